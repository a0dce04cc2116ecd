import type { CodebookImported, ImportPreview } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { type FileRefused, sendFile } from './send-file.ts'

type Previewed = { ok: true } & ImportPreview

/** Asks what a file would do to the codebook. @param as what entries become that the file does not call actors or themes */
export function previewCodebook(workspaceId: string, file: File, as: BookSort): Promise<Previewed | FileRefused> {
  return send(workspaceId, file, { as })
}

/** Does what the preview for this version said. */
export function importCodebook(workspaceId: string, file: File, as: BookSort, version: number): Promise<CodebookImported | FileRefused> {
  return send(workspaceId, file, { as, version: String(version) })
}

function send<T>(workspaceId: string, file: File, parameters: Record<string, string>): Promise<T | FileRefused> {
  const broken = t('The connection broke while sending. Add the file again to see what happened.')
  return sendFile(`/api/codebooks/${workspaceId}`, file, parameters, broken)
}
