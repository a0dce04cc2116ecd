import { noAnswerWords } from '#/components/ui/attempt.ts'
import { followWork } from '#/components/ui/follow-work.ts'
import type { ArchivePreview } from '#/lib/archive/archive-preview.ts'

export interface ArchiveRefused {
  ok: false
  message: string
}

export type Preview = ArchivePreview | ArchiveRefused
export type BroughtBack = { ok: true; workspaceId: string } | ArchiveRefused
export type Made = { ok: true } | { ok: false; reason: string }

type OnProgress = (done: number, of: number) => void

const noAnswer = () => ({ ok: false as const, message: noAnswerWords() })

/** Sends an archive and asks what it would bring. XMLHttpRequest, because fetch cannot tell how much of a body was sent. */
export function sendArchive(file: File, onSent: (share: number) => void): { answer: Promise<Preview>; stop(): void } {
  const request = new XMLHttpRequest()
  const answer = new Promise<Preview>((resolve) => {
    request.open('POST', '/api/archives')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    request.onload = () => resolve((request.response as Preview | null) ?? noAnswer())
    request.onerror = () => resolve(noAnswer())
    request.onabort = () => resolve(noAnswer())
    request.send(file)
  })
  return { answer, stop: () => request.abort() }
}

/** Makes a workspace of the archive that was sent. @param onProgress rows that are done, of all */
export async function bringBack(seal: string, name: string, onProgress: OnProgress): Promise<BroughtBack> {
  try {
    const response = await fetch('/api/archives', { method: 'PUT', body: JSON.stringify({ seal, name }) })
    if (!response.ok || !response.body) return (await response.json()) as ArchiveRefused
    const last = await followWork<BroughtBack | { ok: false; reason: string }>(response.body, onProgress)
    if (!last) return noAnswer()
    return last.ok || 'message' in last ? last : { ok: false, message: last.reason }
  } catch {
    return noAnswer()
  }
}

/** Has the archive of a workspace made. @param onProgress rows that are done */
export async function haveArchiveMade(workspaceId: string, onProgress: OnProgress): Promise<Made> {
  try {
    const response = await fetch(`/api/workspace-archives/${workspaceId}`, { method: 'POST' })
    if (!response.ok || !response.body) return (await response.json()) as Made
    return (await followWork<Made>(response.body, onProgress)) ?? { ok: false, reason: noAnswerWords() }
  } catch {
    return { ok: false, reason: noAnswerWords() }
  }
}
