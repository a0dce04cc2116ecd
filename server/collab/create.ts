import { type Document, Hocuspocus } from '@hocuspocus/server'
import { findDocumentsBehind } from '#/db/queries/excerpt-projection.ts'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { liveSessionsOf } from '#/server/auth/live-session.ts'
import { log } from '#/server/log.ts'
import { runStopSteps } from '#/server/stop-steps.ts'
import { Amender } from './amend.ts'
import { catchUp } from './catch-up.ts'
import type { CollabOptions, CollabServer, WorkspaceNotice } from './collab-server.ts'
import { CommitQueue } from './commit-queue.ts'
import { Guard } from './guard.ts'
import { roomHooks } from './hooks.ts'
import { KnownRows } from './known-rows.ts'
import { OriginalTexts } from './original-texts.ts'
import { Presence } from './presence.ts'
import { projectDocument } from './projection-writer.ts'
import { Projector } from './projector.ts'
import { RefusedAccess } from './refused-access.ts'
import type { Room } from './room.ts'
import { Snapshots } from './snapshots.ts'
import type { RoomContext } from './socket.ts'
import { Sockets } from './sockets.ts'

/** How long `stop` waits for the database to commit what is queued, ms. */
const COMMITS_WITHIN_MS = 5000
/** How long somebody who asks for excerpts waits for the newest ones, ms. */
const SETTLE_WITHIN_MS = 3000

/**
 * The collaboration server: rooms of Yjs documents over WebSockets at `/collab`, every change checked and committed to
 * the database before it is acknowledged or shown to anybody.
 */
export function createCollab({ db, installation, origin, sessionOf, append = appendRoomUpdates }: CollabOptions): CollabServer {
  const rooms = new WeakMap<Document, Room>()
  const roomOf = (document: Document) => rooms.get(document) as Room
  const queue = new CommitQueue((updates) => append(db, updates))
  const snapshots = new Snapshots(db)
  const live = (name: string) => {
    const doc = hocuspocus.documents.get(name)
    const room = doc && rooms.get(doc)
    return doc && room && { doc, seq: room.appliedSeq }
  }
  const memory = { rows: new KnownRows(), originals: new OriginalTexts() }
  const projector = new Projector(
    (documentId) => projectDocument(db, documentId, live, memory),
    (documentId, { workspaceId }) => notifyWorkspace(workspaceId, { type: 'changed', what: 'excerpts', id: documentId }),
  )
  const onChange = (room: Room, document: Document) => {
    if (room.documentId) projector.touch(room.documentId)
    snapshots.consider(room, document, { closing: false })
  }
  // What a late commit may still write would be missed, and nobody would look for it again.
  const catchUpNow = async (room: Room, document: Document) => (queue.isAway ? undefined : catchUp(db, room, document))
  const guard = new Guard({ queue, roomOf, onChange, catchUp: catchUpNow })
  const refused = new RefusedAccess(db)
  const hocuspocus: Hocuspocus<RoomContext> = new Hocuspocus<RoomContext>({
    quiet: true,
    timeout: 10_000,
    maxUnauthenticatedQueueSize: 64 << 10,
    maxUnauthenticatedQueueMessages: 20,
    maxPendingDocuments: 8,
    ...roomHooks({ db, rooms, guard, presence: new Presence(), snapshots, refused, catchUp: catchUpNow }),
  })
  const amender = new Amender({ db, hocuspocus, queue, roomOf, onChange })
  const sockets = new Sockets({ hocuspocus, installation, origin, sessionOf, liveSessions: (ids) => liveSessionsOf(db, ids), refused })

  function notifyWorkspace(workspaceId: string, notice: WorkspaceNotice): void {
    hocuspocus.documents.get(`workspace/${workspaceId}`)?.broadcastStateless(JSON.stringify(notice))
  }

  findDocumentsBehind(db)
    .then((documentIds) => projector.catchUp(documentIds))
    .catch((error) => log.error('projection.catch-up-failed', error))

  return {
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    closeSession: (sessionId) => sockets.endSession(sessionId),
    // All sockets of the person, whatever rooms they have open: one may be opening a room of the workspace just now.
    closeUser: (_workspaceId, userId) => sockets.end((socket) => socket.session.userId === userId, CLOSE.RESET, 'rights changed'),
    // Also sockets that are loading one of its rooms, or whose right to a room is being looked up: it may be one of them.
    closeDocument: (documentId) =>
      sockets.end(({ documents, admitting }) => documents.has(documentId) || admitting > 0, CLOSE.RESET, 'document closed'),
    notifyWorkspace,
    async amend(documentId, amendment) {
      const done = await amender.amend(documentId, amendment)
      // Also when no room changed: an edition that says what the text says already ends its being marked as different.
      if (done) projector.touch(documentId)
      return done
    },
    projectAgain: (documentIds) => void projector.catchUp(documentIds),
    settleExcerpts: () => Promise.race([projector.flush(), new Promise<void>((resolve) => setTimeout(resolve, SETTLE_WITHIN_MS).unref())]),
    stop: () =>
      runStopSteps([
        { name: 'sockets', withinMs: 1500, run: () => sockets.stop() },
        { name: 'commits', withinMs: COMMITS_WITHIN_MS, flushes: true, run: () => queue.idle() },
        { name: 'snapshots', withinMs: 500, run: () => snapshots.stop() },
        { name: 'rooms', withinMs: 700, run: () => unloaded(hocuspocus) },
        { name: 'projection', withinMs: 700, run: () => projector.stop() },
      ]),
  }
}

/** Resolves when every room has been closed: its last messages are then applied. */
async function unloaded(hocuspocus: Hocuspocus<RoomContext>): Promise<void> {
  hocuspocus.flushPendingStores()
  while (hocuspocus.documents.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}
