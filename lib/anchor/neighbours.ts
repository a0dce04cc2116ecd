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
  const item = itemAt(doc, Y.createID(client, clock))
  if (!item) return null
  const noted = notedIn(log, item, clock)
  const start = noted?.clock ?? item.id.clock
  const left = start === item.id.clock ? idOf(item.origin) : ([client, start - 1] as CharacterId)
  const before = noted ? null : itemBefore(doc, item)
  const right = before ? rightOfTyping(doc, log, before) : idOf(item.rightOrigin)
  return { client, start, left, right, goesOn: before !== null, ...noted?.typed }
}

/** An item whose typing another one goes on with, and the character of it that the other stands behind. */
interface Before {
  item: Y.Item
  clock: number
}

/**
 * What goes on with the same person's typing, nothing having come between, stands before what the beginning of that stands
 * before. A loop: of a large source thousands of items go on with each other, more than there is stack for.
 */
function rightOfTyping(doc: Y.Doc, log: AliasLog, last: Before): CharacterId | null {
  for (let { item, clock } = last; ; ) {
    const noted = notedIn(log, item, clock)
    if (noted?.typed.right !== undefined) return noted.typed.right
    if (noted) return idOf(item.rightOrigin)
    const before = itemBefore(doc, item)
    if (!before) return idOf(item.rightOrigin)
    item = before.item
    clock = before.clock
  }
}

/** What is noted of a character. Items are joined as they please; what is noted of one inside of an item still begins a stretch. */
function notedIn(log: AliasLog, { id }: Y.Item, clock: number) {
  const note = log.typed(id.client, clock)
  return note && note.clock >= id.clock ? note : null
}

function itemBefore(doc: Y.Doc, { id, origin, rightOrigin }: Y.Item): Before | null {
  if (origin?.client !== id.client || id.clock - origin.clock > ONE_TYPING) return null
  const item = itemAt(doc, origin)
  return item && Y.compareIDs(item.rightOrigin, rightOrigin) ? { item, clock: origin.clock } : null
}

function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | null {
  const item = Y.getItem(doc.store, id) as Y.Item | Y.GC
  return item instanceof Y.Item ? item : null
}

const idOf = (id: Y.ID | null): CharacterId | null => id && [id.client, id.clock]
