import type { ImportPreview } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'

interface Refused {
  ok: false
  reason: string
  message: string
}
export type PreviewAnswer = ({ ok: true } & ImportPreview) | Refused
export type ImportAnswer = { ok: true; version: number | null; added: number; changed: number } | Refused

const BROKEN: Refused = {
  ok: false,
  reason: 'broken',
  get message() {
    return t('The connection broke while sending. Add the file again to see what happened.')
  },
}

/** Asks what a file would do to the codebook. @param as what entries become that the file does not call actors or themes */
export function previewCodebook(workspaceId: string, file: File, as: BookSort): Promise<PreviewAnswer> {
  return send(workspaceId, file, new URLSearchParams({ as }))
}

/** Does what the preview for this version said. */
export function importCodebook(workspaceId: string, file: File, as: BookSort, version: number): Promise<ImportAnswer> {
  return send(workspaceId, file, new URLSearchParams({ as, version: String(version) }))
}

async function send<T>(workspaceId: string, file: File, query: URLSearchParams): Promise<T | Refused> {
  const body = new FormData()
  body.set('file', file, file.name)
  try {
    const response = await fetch(`/api/codebooks/${workspaceId}?${query}`, { method: 'POST', body })
    return (await response.json()) as T
  } catch {
    return BROKEN
  }
}
