import type { ImportedDocument } from '#/lib/format/import/imported-document.ts'
import { t } from '#/lib/message/t.ts'
import type { ImportAnswer, SendSource } from './import-queue.ts'

const BROKEN: ImportAnswer = {
  ok: false,
  get reason() {
    return t('The connection broke while sending.')
  },
  again: true,
}

/** POST to /api/imports/<workspaceId>. XMLHttpRequest, because fetch cannot tell how much of a body was sent. */
export const sendSource: SendSource = (workspaceId, source, onSent) =>
  new Promise((resolve) => {
    const form = new FormData()
    form.set(source.pasted ? 'text' : 'file', source.body, source.name)
    const request = new XMLHttpRequest()
    request.open('POST', `/api/imports/${workspaceId}`)
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    request.upload.onload = () => onSent(1)
    request.onload = () => resolve(readAnswer(request.status, request.response))
    request.onerror = () => resolve(BROKEN)
    request.onabort = () => resolve(BROKEN)
    request.send(form)
  })

type Answer = ImportedDocument | { ok: false; message: string }

/** The server answers every import in words. What comes without them never reached it, or broke it. */
function readAnswer(status: number, body: Answer | null): ImportAnswer {
  if (body?.ok) return body
  const again = status >= 500 || [400, 401, 408, 429].includes(status)
  return body?.message
    ? { ok: false, reason: body.message, again }
    : { ok: false, reason: t('The server could not take this file.'), again: true }
}
