import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'

/** A question over excerpts that was given a name. */
export interface SavedQuery {
  id: string
  name: string
  /** Address parameters of the excerpts page: query, order and view. */
  address: string
  /** Whether everybody in the workspace sees it. */
  isShared: boolean
  createdBy: string
  /** Who made it; empty when they are gone. */
  byName: string
  /** When it was last changed, by who made it; ms since 1970. */
  updatedAt: number
}

/** What of a saved query is said by hand. */
export type QueryToSave = Pick<SavedQuery, 'name' | 'address' | 'isShared'>

/** UTF-16 units of a name. */
export const QUERY_NAME_LIMIT = 80

/** A name for a query as it is kept, or why it cannot be. */
export function checkQueryName(typed: string): { ok: true; name: string } | { ok: false; reason: string } {
  const name = oneLine(typed)
  if (name === '') return { ok: false, reason: t('Give the query a name, so that it can be found again.') }
  if (name.length > QUERY_NAME_LIMIT) return { ok: false, reason: t('A name has at most {limit} characters.', { limit: QUERY_NAME_LIMIT }) }
  return { ok: true, name }
}
