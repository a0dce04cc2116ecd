import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users, workspaceId } from './people.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** Questions over excerpts that were given a name. */
export const savedQueries = pgTable(
  'saved_queries',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    name: text().notNull(),
    /** What the page's address says: query, order, view (see lib/excerpt/results-query.ts). */
    address: text().notNull(),
    /** Whether everybody in the workspace sees it; otherwise only who made it. */
    isShared: boolean('is_shared').notNull().default(false),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('saved_queries_workspace').on(t.workspaceId),
    uniqueIndex('saved_queries_shared_name').on(t.workspaceId, sql`lower(${t.name})`).where(sql`is_shared`),
    uniqueIndex('saved_queries_own_name').on(t.workspaceId, t.createdBy, sql`lower(${t.name})`).where(sql`not is_shared`),
    ownWorkspaceOnly(t.workspaceId),
  ],
)
