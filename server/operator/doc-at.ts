import type * as Y from 'yjs'
import { z } from 'zod'
import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { type AnyDocument, findAnyDocuments, findOpenRooms, findSeqAt, insertDocumentBeside, readNames } from '#/db/queries/document-at.ts'
import { copyLayer } from '#/lib/annotation/copy-layer.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { readState } from '#/lib/version/document-state.ts'
import { openUpdate } from '#/lib/version/open-update.ts'
import { printHtml, printText } from '#/lib/version/print-state.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import { command, type OperatorDeps } from './command.ts'

const input = z.object({
  /** Id or exact title. */
  document: z.string(),
  at: z.iso.datetime(),
  as: z.enum(['txt', 'html', 'json', 'new']),
})

export interface DocumentAt {
  title: string
  /** When the last change in it was made, ISO 8601. */
  lastChange: string
  /** What was asked for; empty for a new document. */
  content: string
  /** Of the new document; null when none was made. */
  madeId: string | null
}

interface PastState {
  text: Y.Doc
  layers: Y.Doc[]
  seq: number
  at: Date
}

/** A document's text and the statements of its shared layer as they were at a moment: printed, or as a new document beside it. */
export const docAt = command<z.infer<typeof input>, DocumentAt>({
  input,
  async run({ document: wanted, at, as }, deps) {
    const { db } = deps.database
    const found = await findAnyDocuments(db, wanted)
    const [document] = found
    if (!document) return { ok: false, message: t('There is no document "{wanted}".', { wanted }) }
    if (found.length > 1)
      return {
        ok: false,
        message: t('There are several documents "{wanted}". Name one by its id: {found}', {
          wanted,
          found: found.map(({ id }) => id).join(', '),
        }),
      }
    const past = await readPast(deps, document, new Date(at))
    if (!past.ok) return past
    const { title } = document
    const lastChange = past.at.toISOString()
    if (as === 'new') return { ok: true, title, lastChange, content: '', madeId: await makeBeside(deps, document, past, new Date(at)) }
    return { ok: true, title, lastChange, content: await print(db, document, past, as, at), madeId: null }
  },
})

async function readPast(
  { database, history }: OperatorDeps,
  document: AnyDocument,
  at: Date,
): Promise<({ ok: true } & PastState) | { ok: false; message: string }> {
  const rooms = await findOpenRooms(database.db, document.id)
  const point = await findSeqAt(database.db, rooms, at)
  if (!point) return { ok: false, message: t('"{title}" did not exist at {at}.', { title: document.title, at: at.toISOString() }) }
  const read = await history.readRooms(rooms, point.seq, 'operator')
  if (!read.ok) return { ok: false, message: read.message }
  const [text, ...layers] = read.value.map(openUpdate) as [Y.Doc, ...Y.Doc[]]
  return { ok: true, text, layers, ...point }
}

async function print(
  db: Db,
  { id, title, workspaceId }: AnyDocument,
  past: PastState,
  as: 'txt' | 'html' | 'json',
  at: string,
): Promise<string> {
  const state = readState({ ...past, merged: await readMerged(db, { workspaceId }) }, past.seq)
  if (as === 'json') return `${JSON.stringify({ id, title, at, lastChange: past.at.toISOString(), ...state }, null, 2)}\n`
  const printed = { title, at, ...state, names: await readNames(db, workspaceId) }
  return as === 'txt' ? printText(printed) : printHtml(printed)
}

/** Seeds the rooms with the old state itself, so that statements and originals refer to the same characters as before. */
async function makeBeside(
  { database: { db }, collab }: OperatorDeps,
  document: AnyDocument,
  { text, layers }: PastState,
  at: Date,
): Promise<string> {
  const { workspaceId } = document
  const id = newId()
  const sharedLayerId = newId()
  const title = `${document.title} (as of ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC)`
  const wordCount = countWords(canonicalText(text.getText(TEXT_NAME)))
  await db.transaction(async (tx) => {
    await insertDocumentBeside(tx, document, { id, sharedLayerId, title, wordCount, at })
    await seedRoom(tx, { room: `text/${id}`, workspaceId, userId: null }, text)
    const [shared] = layers
    if (shared) await seedRoom(tx, { room: `layer/${sharedLayerId}`, workspaceId, userId: null }, copyLayer(shared))
    const details = { title: document.title, of: document.id, at: at.toISOString() }
    await recordAudit(tx, { event: 'document-recovered', workspaceId, userId: null, subject: id, details })
  })
  await projectDocument(db, id)
  collab?.notifyWorkspace(workspaceId, { type: 'changed', what: 'documents', id })
  return id
}
