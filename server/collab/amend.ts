import { crc32 } from 'node:zlib'
import type { DirectConnection, Document, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { findDocumentRooms } from '#/db/queries/room-access.ts'
import { appendRoomUpdates, hasSeqs, lastSeq } from '#/db/queries/room-log.ts'
import { log } from '#/server/log.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Room, RoomAbout } from './room.ts'
import type { RoomContext, ServerContext } from './socket.ts'

/** A document's text and all its layers, by layer id. */
export interface DocumentRooms {
  text: Y.Doc
  layers: Map<string, Y.Doc>
}

/** A change of a document that the server makes in a member's name. */
export interface Amendment<T> {
  /** In whose name. */
  userId: string
  /**
   * Makes the change on a draft of what is committed and shown now. It cannot wait for anything, so that nothing happens
   * in between; what takes long is worked out before. What it throws ends the amendment with nothing changed.
   */
  edit(draft: DocumentRooms): T
  /** Writes what belongs to the change in the transaction that commits it, also when `edit` changed nothing. */
  alongside?(tx: Db, done: Amended<T>): Promise<void>
}

/** An amendment that is committed. */
export interface Amended<T> {
  /** Sequence number of the document's last row in the log before. */
  seqBefore: number
  /** The same with the change; equal to `seqBefore` when there was none. */
  seqAfter: number
  /** What `edit` returned. */
  result: T
}

interface Parts {
  db: Db
  hocuspocus: Hocuspocus<RoomContext>
  queue: CommitQueue
  roomOf(document: Document): Room
  onChange(room: Room, document: Document): void
}

/** A room held open, whoever comes and goes. */
interface Held {
  document: Document
  room: Room
  connection: DirectConnection
}
/** A room that `edit` changed, and how: a Yjs update. */
interface Changed extends Held {
  bytes: Uint8Array
}

const ORIGIN = { source: 'local', skipStoreHooks: true } as const

/**
 * Makes changes of the server's own in open and closed rooms alike, in the order every change has: into the log first,
 * then into the document, then to everybody who has it open. The Yjs client id of a change is nobody's: no client may
 * continue it.
 */
export class Amender {
  readonly #parts: Parts
  /** Per document, the end of its last amendment: a second one must see what the first one did. */
  readonly #underWay = new Map<string, Promise<unknown>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Commits a change of all rooms of a document at once, or none. Who asks for it must have the right to.
   *
   * @returns null when there is no such document, or it is in the bin
   * @throws what `edit`, `alongside` or the database threw; nothing is changed then
   */
  async amend<T>(documentId: string, amendment: Amendment<T>): Promise<Amended<T> | null> {
    const before = this.#underWay.get(documentId)
    const amending = Promise.resolve(before?.catch(() => {})).then(() => this.#amend(documentId, amendment))
    this.#underWay.set(documentId, amending)
    try {
      return await amending
    } finally {
      if (this.#underWay.get(documentId) === amending) this.#underWay.delete(documentId)
    }
  }

  async #amend<T>(documentId: string, amendment: Amendment<T>): Promise<Amended<T> | null> {
    const found = await findDocumentRooms(this.#parts.db, documentId)
    if (!found) return null
    const { workspaceId, layerIds } = found
    const held: Held[] = []
    try {
      held.push(await this.#hold(`text/${documentId}`, { kind: 'text', workspaceId, documentId }))
      for (const id of layerIds) held.push(await this.#hold(`layer/${id}`, { kind: 'layer', workspaceId, documentId }))
      return await this.#commit(held, layerIds, amendment)
    } finally {
      for (const { connection } of held) await connection.disconnect()
    }
  }

  /** Opens a room, or joins those who have it open. It stays open until its connection is closed. */
  async #hold(name: string, admission: RoomAbout): Promise<Held> {
    const { hocuspocus, roomOf } = this.#parts
    const context: ServerContext = { admission }
    for (;;) {
      const connection = await hocuspocus.openDirectConnection(name, context as unknown as RoomContext).catch((error: unknown) => {
        throw error instanceof Error ? error : new Error(`The room ${name} did not open`, { cause: error })
      })
      const document = connection.document as Document
      // It may have been closed in the very moment it was found open.
      if (hocuspocus.documents.get(name) === document && !document.isDestroyed) return { document, room: roomOf(document), connection }
    }
  }

  async #commit<T>(held: Held[], layerIds: string[], { userId, edit, alongside }: Amendment<T>): Promise<Amended<T>> {
    const { queue, onChange } = this.#parts
    const { changed, result } = runEdit(held, layerIds, edit)
    for (const { room } of changed) room.begin()
    try {
      const { seqs, seqBefore } = await queue.alone(() => this.#write(held, changed, userId, result, alongside))
      changed.forEach(({ room, document, bytes }, at) => {
        room.committed(seqs[at] as number)
        Y.applyUpdate(document, bytes, ORIGIN)
      })
      return { seqBefore, seqAfter: seqs.at(-1) ?? seqBefore, result }
    } finally {
      for (const { room, document } of changed) {
        room.end()
        onChange(room, document)
      }
    }
  }

  /** One transaction for the rows of all rooms and what goes with them. */
  async #write<T>(
    held: Held[],
    changed: Changed[],
    userId: string,
    result: T,
    alongside: Amendment<T>['alongside'],
  ): Promise<{ seqs: number[]; seqBefore: number }> {
    const { db } = this.#parts
    let written: { seqs: number[]; seqBefore: number } | null = null
    try {
      return await db.transaction(async (tx) => {
        const seqBefore = await lastSeq(
          tx,
          held.map(({ room }) => room.name),
        )
        const rows = changed.map(({ room: { name, workspaceId }, bytes }) => {
          return { room: name, workspaceId, userId, bytes, crc32: crc32(bytes), claims: [] }
        })
        const seqs = rows.length > 0 ? await appendRoomUpdates(tx, rows) : []
        await alongside?.(tx, { seqBefore, seqAfter: seqs.at(-1) ?? seqBefore, result })
        written = { seqs, seqBefore }
        return written
      })
    } catch (error) {
      // The database went away during the commit itself: made again in ignorance, the change would be there twice.
      if (written && (await this.#isCommitted(written, changed))) return written
      throw error
    }
  }

  async #isCommitted({ seqs }: { seqs: number[] }, changed: Changed[]): Promise<boolean> {
    try {
      return seqs.length > 0 && (await hasSeqs(this.#parts.db, seqs))
    } catch (error) {
      for (const { room } of changed) room.doubt()
      log.error('collab.amend-in-doubt', error, { rooms: changed.map(({ room }) => room.name).join(' ') })
      return false
    }
  }
}

/** Lets `edit` work on copies: the documents themselves never hold what is not committed. */
function runEdit<T>(held: Held[], layerIds: string[], edit: (draft: DocumentRooms) => T): { changed: Changed[]; result: T } {
  const drafts = held.map(({ document }) => makeDraft(document))
  const [text, ...layers] = drafts.map(({ doc }) => doc) as [Y.Doc, ...Y.Doc[]]
  const result = edit({ text, layers: new Map(layerIds.map((id, at) => [id, layers[at] as Y.Doc])) })
  // A room whose log is in doubt may lack what the change was worked out on: part of it would be committed and nothing shown.
  const lacking = drafts.findIndex(({ doc }) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
  if (lacking >= 0) throw new Error(`The change builds on what is not in ${held[lacking]?.room.name}`)
  const changed = held.flatMap((one, at): Changed[] => {
    const { doc, updates } = drafts[at] as Draft
    doc.destroy()
    return updates.length > 0 ? [{ ...one, bytes: Y.mergeUpdates(updates) }] : []
  })
  return { changed, result }
}

interface Draft {
  doc: Y.Doc
  /** What was done to it. */
  updates: Uint8Array[]
}

function makeDraft(document: Document): Draft {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(document))
  while (document.store.clients.has(doc.clientID)) doc.clientID = new Y.Doc().clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return { doc, updates }
}
