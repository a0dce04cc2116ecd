import type { OfferedEdition } from '#/lib/edition/offered-edition.ts'
import { t } from '#/lib/message/t.ts'

/** What the server says of a file, or why it cannot be one. */
export type EditionAnswer = OfferedEdition | { ok: false; message: string }

const BROKEN = {
  ok: false,
  get message() {
    return t('The connection broke while sending. Nothing was changed. Add the file again.')
  },
} as const

/** POST to /api/editions/<documentId>: the file is read and compared, nothing is changed. */
export async function sendEdition(documentId: string, file: File): Promise<EditionAnswer> {
  const body = new FormData()
  body.set('file', file, file.name)
  try {
    const response = await fetch(`/api/editions/${documentId}`, { method: 'POST', body })
    return (await response.json()) as EditionAnswer
  } catch {
    return BROKEN
  }
}
