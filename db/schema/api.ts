import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { TokenScope } from '#/lib/api/scopes.ts'
import type { ChosenEvent, WebhookEvent } from '#/lib/api/webhook-events.ts'
import { users, workspaceId } from './people.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** With what programs act in a person's name. Only the SHA-256 of a token is kept. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    tokenHash: text('token_hash').notNull(),
    /** Its last four characters, by which its owner knows it. */
    ending: text().notNull(),
    scopes: text().array().$type<TokenScope[]>().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Null: it does not expire. */
    expiresAt: at('expires_at'),
    /** To the minute or so; null: never. */
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [uniqueIndex('api_tokens_token').on(t.tokenHash), index('api_tokens_user').on(t.userId)],
)

/** What was answered to requests with an Idempotency-Key, for a day. */
export const apiAnswers = pgTable(
  'api_answers',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    /** Hex SHA-256 of method, address and body. */
    fingerprint: text().notNull(),
    /** Null while it is being done. */
    status: integer(),
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Sealed with the installation's secret. */
    body: text().notNull().default(''),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] }), index('api_answers_age').on(t.createdAt)],
)

/** Whom a workspace tells of what happens in it. The key deliveries are signed with follows from the installation's secret and the id. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    url: text().notNull(),
    events: text().array().$type<ChosenEvent[]>().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Switched off since; null: it is on. */
    stoppedAt: at('stopped_at'),
    /** Why the server switched it off; empty when a person did. */
    stoppedWhy: text('stopped_why').notNull().default(''),
    /** Changes of documents from before this are told of. */
    toldUntil: at('told_until').notNull(),
    /** The version of the codebook that is told of. */
    toldVersion: integer('told_version').notNull(),
  },
  (t) => [index('webhooks_workspace').on(t.workspaceId), ownWorkspaceOnly(t.workspaceId)],
)

/** What webhooks were or are to be told. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid().primaryKey(),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    workspaceId: workspaceId(),
    event: text().$type<WebhookEvent>().notNull(),
    /** Names the occasion: nothing is told twice. */
    occasion: text().notNull(),
    /** As it is sent and signed. */
    body: text().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    tries: integer().notNull().default(0),
    /** When it is tried next; null: not any more. */
    nextAt: at('next_at'),
    deliveredAt: at('delivered_at'),
    /** Status of the last answer; null: there was none. */
    answer: integer(),
    /** What was the matter at the last try, as a sentence. */
    problem: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('webhook_deliveries_occasion').on(t.webhookId, t.occasion),
    index('webhook_deliveries_due').on(t.nextAt),
    index('webhook_deliveries_age').on(t.createdAt),
    index('webhook_deliveries_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)
