import { bigint, index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import type { PersonSettings } from '#/lib/person/settings.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

export const users = pgTable('users', {
  id: uuid().primaryKey(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id in PHC form; null for people who only sign in through a provider. */
  passwordHash: text('password_hash'),
  /** Secret of the second factor (TOTP), sealed with the installation's secret; null: none was set up. */
  totpSealed: text('totp_sealed'),
  /** Since when the second factor is asked for; null while it is being set up. */
  totpSince: at('totp_since'),
  /** Last time step (30 s since 1970) whose code was used: no code works twice. */
  totpLastStep: bigint('totp_last_step', { mode: 'number' }),
  /** The colour they chose, 1 to 8; null: the one that follows from their id, see `personColour`. */
  colour: smallint(),
  settings: jsonb().$type<PersonSettings>().notNull().default({}),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** A sign-in through an OIDC provider. */
export const identities = pgTable(
  'identities',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] })],
)

/** A signed-in browser. The cookie only carries the id; a revoked row ends it everywhere. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    /** When it was last used, to the hour or so; null: never since it was opened. */
    lastSeenAt: at('last_seen_at'),
    /** Browser and system it was opened with, as shown to its owner, for example "Firefox on Linux". */
    browser: text().notNull().default(''),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** One-time codes for somebody who has lost the second factor. Only their SHA-256 is kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/** A link to choose a new password. It carries a random token; only its SHA-256 is kept. Single use. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [uniqueIndex('password_resets_token').on(t.tokenHash), index('password_resets_user').on(t.userId)],
)

export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    /** In the bin since; null for a live workspace. */
    deletedAt: at('deleted_at'),
    /** Who put it there. */
    deletedBy: uuid('deleted_by').references(() => users.id),
  },
  (t) => [ownWorkspaceOnly(t.id)],
)

/** The workspace a row belongs to, and goes with. */
export const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

export const members = pgTable(
  'members',
  {
    workspaceId: workspaceId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    joinedAt: at('joined_at').notNull().defaultNow(),
    /** When they last had the list of documents before them; what is newer is "new since your last visit". */
    visitedAt: at('visited_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index('members_user').on(t.userId), ownWorkspaceOnly(t.workspaceId)],
)

/** An invitation by link. The link carries a random token; only its SHA-256 is kept. Single use. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    tokenHash: text('token_hash').notNull(),
    /** The only address that may accept it, lower case; null: whoever has the link. */
    email: text(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => users.id),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    index('invitations_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)
