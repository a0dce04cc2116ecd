import { z } from 'zod'
import type { BookSort } from '#/lib/format/codebook/book.ts'

const asked = z.object({
  as: z.enum(['actor', 'theme']).default('theme'),
  version: z.coerce.number().int().min(0).optional(),
})

/** What is asked of the file of a codebook or a project. */
export interface FileImportAsked {
  /** What entries become that the file does not call actors or themes. */
  unsaid: BookSort
  /** What a preview for this version of the codebook said is to be done; undefined: a preview is asked for. */
  version: number | undefined
}

/** Reads `as=actor|theme&version=N`; null when it is nothing that can be asked. */
export function parseFileImport(parameters: URLSearchParams): FileImportAsked | null {
  const { success, data } = asked.safeParse({ as: parameters.get('as') ?? undefined, version: parameters.get('version') ?? undefined })
  return success ? { unsaid: data.as, version: data.version } : null
}
