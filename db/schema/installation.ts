import { integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { at } from './types.ts'

/** One row: this installation's database. */
export const installation = pgTable('installation', {
  id: uuid().primaryKey(),
  /** Goes up whenever the database is restored from a backup: what browsers kept from before belongs to another past. */
  generation: integer().notNull().default(1),
  createdAt: at('created_at').notNull().defaultNow(),
})
