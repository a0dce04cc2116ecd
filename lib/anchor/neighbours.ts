import * as Y from 'yjs'
import type { AliasLog } from '#/lib/anchor/alias.ts'
import type { CharacterId, Typed } from '#/lib/anchor/alias-entry.ts'

/** Of one typing Yjs may count so many other things of the same client between two characters: formats, entries of the log. */
export const ONE_TYPING = 8

/** Some characters typed in one go, each after the one before it. */
export interface Stretch extends Typed {
  client: number
  /** Clock of the first of them, to which `left` and `instead` belong. */
  start: number
  /** Whether `right` is known from the stretch that this one goes on with. */
  goesOn: boolean
}

/**
 * The characters that were typed together with this one, up to it, and what their author saw on either side. Yjs keeps the
 * neighbours that every item was created between; where these were no visible characters the alias log says which were.
 * Never changes once the character is known, and is the same for everybody. Null for what was not received.
 */
export function stretchOf(doc: Y.Doc, log: AliasLog, [client, clock]: CharacterId): Stretch | null {
  if (Y.getState(doc.store, client) <= clock) return null
  const item = Y.getItem(doc.store, Y.createID(client, clock)) as Y.Item | Y.GC
  if (!(item instanceof Y.Item)) return null
  const note = log.typed(client, clock)
  // Items are joined as they please; what is noted of a character inside of one still begins a stretch.
  const noted = note && note.clock >= item.id.clock ? note : null
  const start = noted?.clock ?? item.id.clock
  const left = start === item.id.clock ? idOf(item.origin) : ([client, start - 1] as CharacterId)
  // What goes on with the same person's typing, nothing having come between, stands before what that stands before.
  const before = noted || start !== item.id.clock ? null : stretchBefore(doc, log, item)
  const right = before ? before.right : idOf(item.rightOrigin)
  return { client, start, left, right, goesOn: before !== null, ...noted?.typed }
}

function stretchBefore(doc: Y.Doc, log: AliasLog, { id, origin, rightOrigin }: Y.Item): Stretch | null {
  if (origin?.client !== id.client || id.clock - origin.clock > ONE_TYPING) return null
  const item = Y.getItem(doc.store, origin) as Y.Item | Y.GC
  return item instanceof Y.Item && Y.compareIDs(item.rightOrigin, rightOrigin) ? stretchOf(doc, log, [origin.client, origin.clock]) : null
}

const idOf = (id: Y.ID | null): CharacterId | null => id && [id.client, id.clock]
