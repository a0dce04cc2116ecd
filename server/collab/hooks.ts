import type { Configuration, Document } from '@hocuspocus/server'
import type { Db } from '#/db/client.ts'
import { log } from '#/server/log.ts'
import { type Admission, authorise, type Refusal } from './authorise.ts'
import { shareFirstSync } from './first-sync.ts'
import type { Guard } from './guard.ts'
import type { Presence } from './presence.ts'
import type { RefusedAccess } from './refused-access.ts'
import { Room, type RoomAbout } from './room.ts'
import { PartlyApplied, replayRoom } from './room-log.ts'
import { closingHook, refusingHook, safeHook } from './safe-hook.ts'
import type { Snapshots } from './snapshots.ts'
import type { RoomContext, Socket } from './socket.ts'
import { StateCheck } from './state-check.ts'

const MAX_ROOMS_PER_SOCKET = 200
/** Above so many people a room's broadcasts are gathered for a few ms: one message to each instead of dozens. */
const CROWD = 50
const CROWD_FLUSH_MS = 15
const LOAD_ATTEMPTS_MS = [0, 200, 1000]

interface Parts {
  db: Db
  rooms: WeakMap<Document, Room>
  guard: Guard
  presence: Presence
  snapshots: Snapshots
  refused: RefusedAccess
  /** Brings a room in doubt in line with the log. */
  catchUp(room: Room, document: Document): Promise<void>
}

/**
 * What Hocuspocus calls, in the order of a connection's life. A refusal is thrown as `{ reason }`, which the client reads;
 * every hook is wrapped for its place (hooks.test.ts).
 */
export function roomHooks({ db, rooms, guard, presence, snapshots, refused, catchUp }: Parts): Partial<Configuration<RoomContext>> {
  const roomOf = (document: Document) => rooms.get(document) as Room
  const states = new StateCheck()
  return {
    onAuthenticate: refusingHook('onAuthenticate', async ({ documentName, context, connectionConfig }) => {
      const { socket } = context
      if (socket.ended || socket.rooms.size >= MAX_ROOMS_PER_SOCKET) throw { reason: 'unavailable' }
      const admission = await admit(db, documentName, socket)
      if (admission === 'not-found') refused.note(socket.session.userId, documentName)
      if (typeof admission === 'string') throw { reason: admission }
      connectionConfig.readOnly = admission.readOnly
      return { admission }
    }),
    onLoadDocument: refusingHook('onLoadDocument', async ({ document, documentName, context }) => {
      rooms.set(document, await openRoom(db, documentName, document, context.admission as RoomAbout))
      // What was replayed waits to be broadcast; now it goes to nobody, in a moment the first to come would get it twice.
      document.flush()
      shareFirstSync(document)
    }),
    connected: safeHook('connected', async ({ connection: { document } }) => {
      adaptFlush(document)
      await catchUp(roomOf(document), document)
    }),
    beforeSync: closingHook('beforeSync', (payload) => guard.beforeSync(payload)),
    afterHandleMessage: safeHook('afterHandleMessage', (payload) => guard.afterMessage(payload)),
    beforeHandleAwareness: closingHook('beforeHandleAwareness', (payload) => presence.check(payload, roomOf(payload.document))),
    onStateless: safeHook('onStateless', (payload) => states.take(payload, roomOf(payload.document))),
    onDisconnect: safeHook('onDisconnect', ({ document, documentName, context }) => {
      adaptFlush(document)
      context.socket?.rooms.delete(documentName)
    }),
    beforeUnloadDocument: safeHook('beforeUnloadDocument', async ({ document }) => {
      const room = roomOf(document)
      await room.settled()
      if (document.getConnectionsCount() === 0) snapshots.consider(room, document, { closing: true })
    }),
  }
}

/** Looks up whether a socket may have a room, so that `closeDocument` finds it while it waits and from then on. */
async function admit(db: Db, name: string, socket: Socket): Promise<Admission | Refusal> {
  socket.rooms.add(name)
  socket.admitting++
  try {
    const admission = await authorise(db, name, socket.session.userId)
    if (typeof admission === 'string') socket.rooms.delete(name)
    else if (admission.documentId) socket.documents.add(admission.documentId)
    return socket.ended ? 'unavailable' : admission
  } finally {
    socket.admitting--
  }
}

/** Fills a room from the log. A database that is away for a moment is waited for; then the client is told to try again. */
async function openRoom(db: Db, name: string, document: Document, { kind, workspaceId, documentId }: RoomAbout): Promise<Room> {
  const about = { name, kind, workspaceId, documentId }
  if (kind === 'workspace') return new Room(about)
  for (const wait of LOAD_ATTEMPTS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    try {
      return new Room(about, await replayRoom(db, name, document))
    } catch (error) {
      log.error('collab.load-failed', error, { room: name })
      // The document may hold a part of the row: the next to come gets another, without it.
      if (error instanceof PartlyApplied) break
    }
  }
  // Hocuspocus forgets documents that failed to load without stopping their timers.
  document.destroy()
  throw { reason: 'unavailable' }
}

function adaptFlush(document: Document): void {
  document.flushDelay = document.getConnectionsCount() > CROWD ? CROWD_FLUSH_MS : 0
}
