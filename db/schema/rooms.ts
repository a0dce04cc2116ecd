import { bigint, bigserial, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { workspaceId } from './people.ts'
import { at, bytea } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** The append-only log of Yjs updates (encoding v1), the source of truth of texts and layers. A row is committed before its update is acknowledged. */
export const roomUpdates = pgTable(
  'room_updates',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    /** `text/<documentId>` or `layer/<layerId>`. */
    room: text().notNull(),
    workspaceId: workspaceId(),
    /** Whose connection sent it; null for the server's own (import, sample). */
    userId: uuid('user_id'),
    at: at('at').notNull().defaultNow(),
    bytes: bytea().notNull(),
    /** CRC-32 of `bytes`. */
    crc32: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [index('room_updates_room').on(t.room, t.seq), ownWorkspaceOnly(t.workspaceId)],
)

/** The state of a room after applying its log up to and including `seq`; only to open faster. */
export const roomSnapshots = pgTable(
  'room_snapshots',
  {
    room: text().primaryKey(),
    workspaceId: workspaceId(),
    seq: bigint({ mode: 'number' }).notNull(),
    bytes: bytea().notNull(),
    crc32: bigint({ mode: 'number' }).notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [ownWorkspaceOnly(t.workspaceId)],
)

/** Which user a Yjs client id belongs to, per room: nobody else may write under it. */
export const roomClients = pgTable(
  'room_clients',
  {
    room: text().notNull(),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    workspaceId: workspaceId(),
    userId: uuid('user_id').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.room, t.clientId] }), ownWorkspaceOnly(t.workspaceId)],
)

/** Rows of the log that could not be applied: left out of the room's state, kept in the log for repair. */
export const roomQuarantine = pgTable(
  'room_quarantine',
  {
    /** Of the row in `room_updates`. */
    seq: bigint({ mode: 'number' }).primaryKey(),
    room: text().notNull(),
    workspaceId: workspaceId(),
    /** What was wrong, for an operator. */
    reason: text().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [ownWorkspaceOnly(t.workspaceId)],
)
