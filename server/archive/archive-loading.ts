import type { ArchivePreview } from '#/lib/archive/archive-preview.ts'
import { type BringBackDeps, type BringBackInput, type BroughtBack, bringBackArchive } from '#/server/usecases/bring-back-archive.ts'
import { type ArchiveRefused, previewArchive } from '#/server/usecases/preview-archive.ts'

/** Archives on their way in. What loads them reads the migrations beside its source file, which bundled code does not know. */
export interface ArchiveLoading {
  preview(userId: string, file: string): Promise<ArchivePreview | ArchiveRefused>
  bringBack(userId: string, input: BringBackInput, onProgress: (done: number, of: number) => void): Promise<BroughtBack>
}

/** Made once by server.ts. */
export function createArchiveLoading(deps: BringBackDeps): ArchiveLoading {
  return {
    preview: (userId, file) => previewArchive(userId, file, deps),
    bringBack: (userId, input, onProgress) => bringBackArchive(userId, input, deps, onProgress),
  }
}
