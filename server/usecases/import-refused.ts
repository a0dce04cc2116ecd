import type { ImportRefusal } from '#/lib/format/import/import-result.ts'

/**
 * A code, and the sentence for the person who added the file of a codebook or a project. `changed`: the codebook is not what the preview
 * was worked out for.
 */
export interface ImportRefused {
  ok: false
  reason: ImportRefusal | 'forbidden' | 'changed' | 'invalid'
  message: string
}
