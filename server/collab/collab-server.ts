import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Db } from '#/db/client.ts'
import type { appendRoomUpdates } from '#/db/queries/room-log.ts'
import type { LiveSession } from '#/db/queries/sessions.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { Installation } from '#/lib/collab/protocol.ts'
import type { Amended, Amendment, DocumentRooms } from './amend.ts'

export type { Amended, Amendment, DocumentRooms, WorkspaceNotice }

/** What `createCollab` (server/collab/create.ts) needs. */
export interface CollabOptions {
  db: Db
  /** Which past of the database this is: pages that know another are turned away. */
  installation: Installation
  /** The only web origin whose pages may connect, for example http://127.0.0.1:3000. */
  origin: string
  /** Who sends this request: the live session of its cookie, or null. */
  sessionOf(request: IncomingMessage): Promise<LiveSession | null>
  /** How updates get into the log. Default: `appendRoomUpdates`. */
  append?: typeof appendRoomUpdates
}

/** The collaboration server as the rest of the program sees it. Made by `createCollab`. */
export interface CollabServer {
  /** Takes over an HTTP upgrade of `/collab`, or refuses it. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Closes every socket of a session that was ended; answers how many. */
  closeSession(sessionId: string): number
  /** Closes the sockets of somebody whose rights in a workspace changed; clients reconnect and are authorised anew. Answers how many. */
  closeUser(workspaceId: string, userId: string): number
  /** Closes the sockets of everybody who has a room of a document open or is opening one, for a document that went to the bin; answers how many. */
  closeDocument(documentId: string): number
  /** Tells everybody who has the workspace open which list changed. */
  notifyWorkspace(workspaceId: string, notice: WorkspaceNotice): void
  /**
   * Changes a document's text and layers in a member's name: committed to the log in one transaction with what belongs to
   * it, then shown to everybody who has them open. Asks nobody for permission.
   *
   * @returns null when there is no such document, or it is in the bin
   * @throws what `edit`, `alongside` or the database threw; nothing is changed then
   */
  amend<T>(documentId: string, amendment: Amendment<T>): Promise<Amended<T> | null>
  /** Projects documents that `markTaggedDocuments` named, after the commit; everybody who looks at excerpts is told of what changed. */
  projectAgain(documentIds: readonly string[]): void
  /** Brings the excerpts up to date with what is committed, for somebody who asks for them right after tagging; waits 3 s at most. */
  settleExcerpts(): Promise<void>
  /**
   * Refuses new sockets, closes the open ones, commits what is queued, unloads all rooms. Takes 9 s at most.
   *
   * @returns whether everything that was queued is committed
   */
  stop(): Promise<boolean>
}
