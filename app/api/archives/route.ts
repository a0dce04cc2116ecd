import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { t } from '#/lib/message/t.ts'
import { currentUser } from '#/server/auth/session.ts'
import { progressResponse } from '#/server/http/progress-response.ts'
import { readBody } from '#/server/http/read-body.ts'
import { saveBody } from '#/server/http/save-body.ts'
import { refuseUpload, UNREAD } from '#/server/http/take-upload.ts'
import { log } from '#/server/log.ts'
import { runtime } from '#/server/runtime.ts'

/** Bytes of an archive. */
const LIMIT = 2 * 1024 ** 3
/** Bytes of a request to bring one back. */
const SMALL = 16 * 1024

const UNREAD_WORDS = {
  get 'too-large'() {
    return t('This file is larger than 2 GB. Whoever runs the server can load it with "npm run archive".')
  },
  get 'too-slow'() {
    return t('The file came too slowly and was not taken. Check the connection and choose it again.')
  },
  get broken() {
    return t('The file did not arrive whole. Choose it again.')
  },
}

const wanted = z.object({ seal: z.string().max(200), name: z.string().max(1000) })

const signedOut = () => refuseUpload(401, 'signed-out', t('You are signed out. Sign in and choose the file again.'))

/** POST /api/archives with an archive as the body: keeps it for who sent it, and tells what it would bring (an `ArchivePreview`). */
export async function POST(request: Request): Promise<Response> {
  const user = await currentUser()
  if (!user) return signedOut()
  const { archiveFiles, archiveLoading, uploads } = runtime()
  if (!(await archiveFiles.hasRoomFor(Number(request.headers.get('content-length')))))
    return refuseUpload(507, 'no-room', t('The server has no room for this file just now. Ask whoever runs it, or try again later.'))
  const turn = uploads.take(user.id)
  if (!turn) return refuseUpload(429, 'busy', t('Many files are being added just now. Choose this one again when they are done.'))
  const end = await turn
  try {
    const file = archiveFiles.sent(user.id)
    const saved = await saveBody(request, file, LIMIT)
    if (!saved.ok) return refuseUpload(UNREAD[saved.reason], saved.reason, UNREAD_WORDS[saved.reason])
    const preview = await archiveLoading.preview(user.id, file)
    if (!preview.ok) await rm(file, { force: true })
    log.info('archive.sent', { bytes: saved.bytes, outcome: preview.ok ? 'previewed' : preview.reason })
    return preview.ok ? Response.json(preview) : refuseUpload(422, preview.reason, preview.message)
  } finally {
    end()
  }
}

/**
 * PUT /api/archives with `{ seal, name }`: makes a workspace of that name of the archive that was sent last, if it is the one with this
 * seal. Answers lines of JSON: `{ done, of }`, rows, as it goes, in the end `{ ok: true, workspaceId }` or `{ ok: false, message }`.
 */
export async function PUT(request: Request): Promise<Response> {
  const user = await currentUser()
  if (!user) return signedOut()
  const read = await readBody(request, SMALL)
  const asked = wanted.safeParse(read.ok ? parseJson(read.body) : null)
  if (!asked.success) return refuseUpload(400, 'invalid', t('This request could not be read. Reload the page and choose the file again.'))
  const { archiveFiles, archiveLoading } = runtime()
  const file = archiveFiles.sent(user.id)
  return progressResponse(async (onProgress) => {
    const done = await archiveLoading.bringBack(user.id, { ...asked.data, file }, onProgress)
    if (done.ok) await rm(file, { force: true })
    log.info('archive.loaded', { outcome: done.ok ? 'brought back' : done.reason })
    return done
  })
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
