import type { ImportAnswer, SendSource } from './import-queue.ts'

const BROKEN: ImportAnswer = { ok: false, reason: 'The connection broke while sending.', again: true }

/** POST to /api/imports. XMLHttpRequest, because fetch cannot tell how much of a body was sent. */
export const sendSource: SendSource = (workspaceId, source, onSent) =>
  new Promise((resolve) => {
    const form = new FormData()
    form.set('workspaceId', workspaceId)
    form.set(source.pasted ? 'text' : 'file', source.body, source.name)
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    request.upload.onload = () => onSent(1)
    request.onload = () => resolve(readAnswer(request.status, request.response))
    request.onerror = () => resolve(BROKEN)
    request.onabort = () => resolve(BROKEN)
    request.send(form)
  })

function readAnswer(status: number, body: unknown): ImportAnswer {
  const answer = (body ?? {}) as {
    ok?: boolean
    message?: string
    documentId?: string
    title?: string
    paragraphs?: number
    notes?: string[]
  }
  if (answer.ok && answer.documentId) {
    return {
      ok: true,
      documentId: answer.documentId,
      title: answer.title ?? '',
      paragraphs: answer.paragraphs ?? 0,
      notes: answer.notes ?? [],
    }
  }
  if (answer.message) return { ok: false, reason: answer.message, again: false }
  if (status === 401 || status === 403 || status === 404)
    return { ok: false, reason: 'You may not import here. Sign in again, or ask an owner.', again: true }
  if (status === 413) return { ok: false, reason: 'This file is larger than 50 MB. Split it, or bring in its text.', again: false }
  return { ok: false, reason: 'The server could not take this file.', again: true }
}
