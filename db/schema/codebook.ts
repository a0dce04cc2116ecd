import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ACTOR_KINDS } from '#/lib/codebook/codebook.ts'
import { users, workspaces } from './people.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

export const actors = pgTable(
  'actors',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    kind: text({ enum: ACTOR_KINDS }).notNull().default('other'),
    parentId: uuid('parent_id').references((): AnyPgColumn => actors.id),
    description: text().notNull().default(''),
    /** Base hue 1 to 12; null: neutral. */
    hue: smallint(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    deletedAt: at('deleted_at'),
  },
  (t) => [
    uniqueIndex('actors_name').on(t.workspaceId, sql`lower(${t.name})`).where(sql`deleted_at is null`),
    index('actors_parent').on(t.parentId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** Other names of an actor. */
export const actorAliases = pgTable(
  'actor_aliases',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    name: text().notNull(),
  },
  (t) => [
    uniqueIndex('actor_aliases_name').on(t.actorId, sql`lower(${t.name})`),
    index('actor_aliases_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

export const themes = pgTable(
  'themes',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => themes.id),
    definition: text().notNull().default(''),
    /** Base hue 1 to 12; null: the branch's. */
    hue: smallint(),
    position: integer().notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    deletedAt: at('deleted_at'),
  },
  (t) => [
    uniqueIndex('themes_name')
      .on(t.workspaceId, sql`coalesce(${t.parentId}, '00000000-0000-0000-0000-000000000000'::uuid)`, sql`lower(${t.name})`)
      .where(sql`deleted_at is null`),
    index('themes_parent').on(t.parentId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)
