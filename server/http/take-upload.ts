import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import { t } from '#/lib/message/t.ts'
import type { Turns } from '#/server/jobs/turns.ts'
import type { ImportInput } from '#/server/usecases/import-document.ts'
import { parseImport } from './parse-import.ts'
import { readBody } from './read-body.ts'

/** Bytes of a request besides the file in it. */
const ENVELOPE = 1024 * 1024

const STATUS: Readonly<Record<string, number>> = { forbidden: 403, gone: 404, 'too-large': 413, busy: 429, interrupted: 503 }
/** Statuses of bodies that were not read. */
export const UNREAD = { 'too-large': 413, 'too-slow': 408, broken: 400 } as const
const UNREAD_WORDS: Record<keyof typeof UNREAD, string> = {
  get 'too-large'() {
    return t('This file is larger than 50 MB. Split it, or save its text alone and add that.')
  },
  get 'too-slow'() {
    return t('The file came too slowly and was not taken. Check the connection and add it again.')
  },
  get broken() {
    return t('The upload did not arrive whole. Add the file again.')
  },
}

/**
 * Reads an upload, of somebody who was found to have the right to send it, and hands it on. Uploads are in memory while
 * they are worked on, so a person has a few at a time and all people together some more; others wait, unread.
 */
export async function takeUpload(
  request: Request,
  userId: string,
  uploads: Turns,
  use: (input: ImportInput, bytes: number) => Promise<{ ok: true } | { ok: false; reason: string; message: string }>,
): Promise<Response> {
  const turn = uploads.take(userId)
  if (!turn) return refuseUpload(429, 'busy', t('Many files are being added just now. Add this one again when they are done.'))
  const end = await turn
  try {
    const read = await readBody(request, IMPORT_LIMITS.file + ENVELOPE)
    if (!read.ok) return refuseUpload(UNREAD[read.reason], read.reason, UNREAD_WORDS[read.reason])
    const input = await parseImport(request.headers.get('content-type') ?? '', read.body)
    if (!input) return refuseUpload(400, 'invalid', UNREAD_WORDS.broken)
    const result = await use(input, read.body.length)
    return result.ok ? Response.json(result) : refuseUpload(STATUS[result.reason] ?? 422, result.reason, result.message)
  } finally {
    end()
  }
}

/** An answer after which the connection closes: what is left of the body is not read. */
export function refuseUpload(status: number, reason: string, message: string): Response {
  return Response.json({ ok: false, reason, message }, { status, headers: { Connection: 'close' } })
}
