import type { Configuration, Document } from '@hocuspocus/server'
import type { Db } from '#/db/client.ts'
import { log } from '#/server/log.ts'
import { authorise } from './authorise.ts'
import { shareFirstSync } from './first-sync.ts'
import type { Guard } from './guard.ts'
import type { Presence } from './presence.ts'
import { Room, type RoomAbout } from './room.ts'
import { replayRoom } from './room-log.ts'
import { safeHook } from './safe-hook.ts'
import type { Snapshots } from './snapshots.ts'
import type { RoomContext } from './socket.ts'

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
}

/**
 * What Hocuspocus calls, in the order of a connection's life. A refusal is thrown as `{ reason }`, which the client reads;
 * hooks that nobody awaits are wrapped.
 */
export function roomHooks({ db, rooms, guard, presence, snapshots }: Parts): Partial<Configuration<RoomContext>> {
  const roomOf = (document: Document) => rooms.get(document) as Room
  return {
    async onAuthenticate({ documentName, context, connectionConfig }) {
      const { socket } = context
      if (socket.ended || ++socket.rooms > MAX_ROOMS_PER_SOCKET) throw { reason: 'not-found' }
      const admission = await authorise(db, documentName, socket.session.userId)
      if (typeof admission === 'string') throw { reason: admission }
      connectionConfig.readOnly = admission.readOnly
      return { admission }
    },
    async onLoadDocument({ document, documentName, context }) {
      rooms.set(document, await openRoom(db, documentName, document, context.admission as RoomAbout))
      // What was replayed waits to be broadcast; now it goes to nobody, in a moment the first to come would get it twice.
      document.flush()
      shareFirstSync(document)
    },
    connected: safeHook('connected', ({ connection }) => adaptFlush(connection.document)),
    beforeSync: (payload) => guard.beforeSync(payload),
    afterHandleMessage: safeHook('afterHandleMessage', (payload) => guard.afterMessage(payload)),
    beforeHandleAwareness: safeHook('beforeHandleAwareness', (payload) => presence.check(payload, roomOf(payload.document))),
    onDisconnect: safeHook('onDisconnect', ({ document }) => adaptFlush(document)),
    beforeUnloadDocument: safeHook('beforeUnloadDocument', async ({ document }) => {
      const room = roomOf(document)
      await room.settled()
      if (document.getConnectionsCount() === 0) snapshots.consider(room, document, { closing: true })
    }),
  }
}

/** Fills a room from the log. A database that is away for a moment is waited for; then the client is told to try again. */
async function openRoom(db: Db, name: string, document: Document, { kind, workspaceId, documentId }: RoomAbout): Promise<Room> {
  const about = { name, kind, workspaceId, documentId }
  if (kind === 'workspace') return new Room(about, { owners: new Map(), seq: 0, sinceSnapshot: 0 })
  for (const wait of LOAD_ATTEMPTS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    try {
      const { clients, seq, sinceSnapshot, damaged } = await replayRoom(db, name, document)
      const room = new Room(about, { owners: clients, seq, sinceSnapshot })
      room.inDoubt = damaged > 0
      return room
    } catch (error) {
      log.error('collab.load-failed', error, { room: name })
    }
  }
  // Hocuspocus forgets documents that failed to load without stopping their timers.
  document.destroy()
  throw { reason: 'unavailable' }
}

function adaptFlush(document: Document): void {
  document.flushDelay = document.getConnectionsCount() > CROWD ? CROWD_FLUSH_MS : 0
}
