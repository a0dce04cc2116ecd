import { z } from 'zod'

/** How many things a page of a list has. */
export const PAGE_SIZE = 50
const LARGEST_PAGE = 200

/** The parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional().describe(`How many at most; ${PAGE_SIZE} when it is not said.`),
  cursor: z.string().max(1000).optional().describe('`next` of the page before.'),
}

/** Where the next page begins, as an opaque text: the id of the last thing of the one before. */
export function writeCursor(lastId: string): string {
  return Buffer.from(lastId).toString('base64url')
}

/** The id in a cursor; undefined for a text that is none. */
export function readCursor(cursor: string): string | undefined {
  const id = Buffer.from(cursor, 'base64url').toString()
  return z.uuid().safeParse(id).success && writeCursor(id) === cursor ? id : undefined
}

/** The page after a thing of a list in order of ids. */
export function pageOf<T extends { id: string }>(
  all: readonly T[],
  after: string | null,
  limit: number,
): { items: T[]; next: string | null } {
  const rest = after === null ? all : all.filter(({ id }) => id > after)
  const items = rest.slice(0, limit)
  const last = rest.length > limit ? items.at(-1) : undefined
  return { items, next: last ? writeCursor(last.id) : null }
}
