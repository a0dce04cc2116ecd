import * as Y from 'yjs'
import { said } from '#/lib/message/said.ts'
import { t } from '#/lib/message/t.ts'

/** What one incoming Yjs update would write and delete, resolved to the root type and key it touches. */
export interface InspectedUpdate {
  ok: true
  writes: UpdateWrite[]
  deletes: UpdateDelete[]
  /** Yjs client ids that nobody used in this document before; they are the sender's from now on. */
  newClients: number[]
}
export interface Touched {
  root: string
  /** Key of a Y.Map root; null for an item of a Y.Text root. */
  key: string | null
}
export interface UpdateWrite extends Touched {
  item: Y.Item
  /** How many of the item's first elements the document has already. */
  known: number
}
export interface UpdateDelete extends Touched {
  /** The living item that goes, or a part of it. */
  item: Y.Item
  /** How many of the item's first elements stay. */
  offset: number
}
export interface Refusal {
  ok: false
  /** One sentence for the sender. */
  reason: string
}

/** New client ids in one message; a person brings one per browser tab that worked offline. */
const MOST_NEW_CLIENTS = 256

/** Longest stretch of erased content in one struct, characters: the largest text there may be. A few bytes could claim 2^53. */
const MOST_ERASED = 20 << 20

const MISSING = said('The change builds on changes that are missing here.')
const NESTED = said('The change holds nested data.')

class Refused extends Error {}
function refuse(reason: string): never {
  throw new Refused(reason)
}

type Struct = Y.Item | Y.GC
/** Per client, the structs the document does not have, in order of clock. */
type Fresh = Map<number, Struct[]>
type Owner = (clientId: number) => string | undefined

/**
 * Decodes an update against the document it is for, without applying it. Refused are updates that are too large, cannot
 * be read, build on changes the document does not have, continue another user's client id (the same identity with other
 * content would split the replicas for good), or hold nested types. What is let through leaves Yjs nothing pending.
 *
 * `clientOwner` names the user a Yjs client id was first seen from; undefined for unknown ones and for the server's own.
 */
export function inspectUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  userId: string,
  clientOwner: Owner,
  maxBytes: number,
): InspectedUpdate | Refusal {
  if (update.byteLength > maxBytes) return { ok: false, reason: t('The change is too large.') }
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return { ok: false, reason: t('The change cannot be read.') }
  }
  try {
    const { fresh, newClients } = freshStructs(doc, decoded.structs, userId, clientOwner)
    return { ok: true, writes: listWrites(doc, fresh), deletes: listDeletes(doc, decoded.ds, fresh), newClients }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message }
    throw error
  }
}

function freshStructs(doc: Y.Doc, structs: readonly (Struct | Y.Skip)[], userId: string, clientOwner: Owner) {
  const fresh: Fresh = new Map()
  const newClients: number[] = []
  const next = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const state = Y.getState(doc.store, client)
    const known = next.get(client) ?? state
    if (clock + struct.length <= known) continue
    if (clock > known || struct instanceof Y.Skip) refuse(MISSING)
    if (struct.length > MOST_ERASED) refuse(said('The change is too large.'))
    const list = fresh.get(client)
    if (!list) {
      const owner = clientOwner(client)
      if (owner === undefined && state === 0) newClients.push(client)
      else if (owner !== userId) refuse(said('The change continues the work of someone else.'))
      fresh.set(client, [struct as Struct])
    } else {
      list.push(struct as Struct)
    }
    next.set(client, clock + struct.length)
  }
  if (newClients.length > MOST_NEW_CLIENTS) refuse(said('The change comes from too many places at once.'))
  return { fresh, newClients }
}

/** Resolves every new item, in an order in which each finds what it refers to: the order Yjs will integrate them in. */
function listWrites(doc: Y.Doc, fresh: Fresh): UpdateWrite[] {
  const writes: UpdateWrite[] = []
  const places = new Map<Struct, Touched | null>()
  const state = new Map<number, number>()
  const stateOf = (client: number) => state.get(client) ?? Y.getState(doc.store, client)
  const ready = ({ client, clock }: Y.ID) => stateOf(client) > clock
  const placeOf = (id: Y.ID): Touched | null => {
    const held = Y.getState(doc.store, id.client) > id.clock
    const struct = held ? (Y.getItem(doc.store, id) as Struct) : structAt(fresh.get(id.client)!, id.clock)
    return held ? storedPlace(struct) : places.get(struct)!
  }
  const queues = [...fresh.values()].map((structs) => ({ structs, at: 0 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const queue of queues) {
      for (let struct = queue.structs[queue.at]; struct; struct = queue.structs[++queue.at]) {
        if (struct instanceof Y.Item && ![struct.origin, struct.rightOrigin].every((id) => id === null || ready(id))) break
        const place =
          struct instanceof Y.Item ? (ownPlace(struct) ?? placeOf((struct.origin ?? struct.rightOrigin ?? refuse(MISSING)) as Y.ID)) : null
        places.set(struct, place)
        if (place) writes.push({ ...place, item: struct as Y.Item, known: Math.max(0, stateOf(struct.id.client) - struct.id.clock) })
        state.set(struct.id.client, struct.id.clock + struct.length)
        moved = true
      }
    }
  }
  if (queues.some((queue) => queue.at < queue.structs.length)) refuse(MISSING)
  return writes
}

/** What an item says itself about where it belongs. An item beside another one says nothing: it belongs where that one does. */
function ownPlace(item: Y.Item): Touched | null {
  const parent: unknown = item.parent
  if (parent === null) return null
  return typeof parent === 'string' ? { root: parent, key: item.parentSub } : refuse(NESTED)
}

function storedPlace(struct: Struct): Touched | null {
  if (!(struct instanceof Y.Item)) return null
  const { parent } = struct
  if (!(parent instanceof Y.AbstractType) || parent._item !== null) refuse(NESTED)
  return { root: Y.findRootTypeKey(parent), key: struct.parentSub }
}

/** The struct of a list in order of clock that holds this clock. */
function structAt(structs: readonly Struct[], clock: number): Struct {
  let low = 0
  let high = structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (structs[middle]!.id.clock <= clock) low = middle
    else high = middle - 1
  }
  return structs[low]!
}

function listDeletes(doc: Y.Doc, ds: ReturnType<typeof Y.createDeleteSet>, fresh: Fresh): UpdateDelete[] {
  const deletes: UpdateDelete[] = []
  for (const [client, ranges] of ds.clients) {
    const last = fresh.get(client)?.at(-1)
    const state = Y.getState(doc.store, client)
    const after = last ? last.id.clock + last.length : state
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      if (clock + len > after) refuse(MISSING)
      if (clock >= state) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length && structs[i]!.id.clock < clock + len; i++) {
        const struct = structs[i] as Struct
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        deletes.push({ ...storedPlace(struct)!, item: struct, offset: Math.max(0, clock - struct.id.clock) })
      }
    }
  }
  return deletes
}
