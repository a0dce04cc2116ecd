import * as Y from 'yjs'

/** What two copies of a document compare. */
export interface StateHash {
  /** Hash of the state vector: 16 hex digits; `pending` when changes wait for others that they build on. */
  vector: string
  /** Hash of everything in the document: 16 hex digits. */
  hash: string
}

/** Units (characters, values) hashed between two pauses: about half a millisecond. */
const UNITS_PER_STEP = 50_000

/** The hash of a document's state, in one go. */
export function stateHash(doc: Y.Doc): StateHash {
  const steps = hashSteps(doc)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/**
 * The hash of a document's state, with pauses. Start anew when the document changes between two steps.
 *
 * It covers, by client in ascending order: every character and value that stands, where it was put (the ids it was put
 * between), and which ids are deleted. How a copy has split or joined its structs makes no difference, nor what it keeps of
 * deleted content. Formatting marks count as deleted: Yjs removes superfluous ones by itself, in some copies sooner than in
 * others. State vector and delete set alone would not show two contents under one id.
 */
export function* hashSteps(doc: Y.Doc): Generator<void, StateHash> {
  const vector = new Digest()
  const all = new Digest()
  const clients = [...doc.store.clients.keys()].sort((a, b) => a - b)
  let units = 0
  for (const client of clients) {
    const structs = doc.store.clients.get(client) ?? []
    vector.number(client).number(Y.getState(doc.store, client))
    all.number(client)
    /** The live item right before, when its ids and place go on in the next. */
    let before: Y.Item | null = null
    for (const struct of structs) {
      const item = isLive(struct) ? struct : null
      if (item) {
        if (!before || !goesOn(before, item)) place(all, item)
        content(all, item)
      } else if (before || struct.id.clock === 0) {
        // Where a deleted stretch begins; where it ends, the place of the next live item says.
        all.number(DELETED).number(struct.id.clock)
      }
      before = item
      units += struct.length
      if (units >= UNITS_PER_STEP) {
        units = 0
        yield
      }
    }
    all.number(Y.getState(doc.store, client))
  }
  const isPending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  return { vector: isPending ? 'pending' : vector.hex(), hash: all.hex() }
}

const DELETED = 1
const PLACE = 2
const NOTHING = 3
const VALUE = 4

function isLive(struct: Y.Item | Y.GC): struct is Y.Item {
  return struct instanceof Y.Item && !struct.deleted && !(struct.content instanceof Y.ContentFormat)
}

/** Whether an item says of its place only what follows from the one before it: as if both were one. */
function goesOn(before: Y.Item, { id, origin, rightOrigin, parentSub }: Y.Item): boolean {
  const follows = origin !== null && origin.client === id.client && origin.clock === id.clock - 1
  return follows && parentSub === null && before.parentSub === null && Y.compareIDs(before.rightOrigin, rightOrigin)
}

function place(digest: Digest, { id, origin, rightOrigin, parentSub }: Y.Item): void {
  digest.number(PLACE).number(id.clock)
  for (const at of [origin, rightOrigin]) {
    if (at) digest.number(at.client).number(at.clock)
    else digest.number(NOTHING)
  }
  if (parentSub !== null) digest.text(parentSub)
}

function content(digest: Digest, { content: held }: Y.Item): void {
  if (held instanceof Y.ContentString) digest.units(held.str)
  else if (held instanceof Y.ContentAny) for (const value of held.arr) digest.value(value)
  else if (held instanceof Y.ContentJSON) for (const value of held.arr) digest.value(value)
  else if (held instanceof Y.ContentEmbed) digest.value(held.embed)
  else if (held instanceof Y.ContentBinary) digest.text(held.content.join())
  else digest.number(VALUE).number(held.getRef())
}

/** Two lanes of 32 bits, mixed as in cyrb53 (bryc, public domain): for accidents, not against somebody who wants two states to look alike. */
class Digest {
  #a = 0xdeadbeef
  #b = 0x41c6ce57

  /** @param number an integer up to 2^53 */
  number(number: number): this {
    this.#mix(number | 0)
    this.#mix(Math.floor(number / 2 ** 32) | 0)
    return this
  }

  /** UTF-16 units that others may follow without a mark between. */
  units(text: string): this {
    for (let i = 0; i < text.length; i++) this.#mix(text.charCodeAt(i))
    return this
  }

  text(text: string): this {
    return this.number(text.length).units(text)
  }

  value(value: unknown): this {
    return this.number(VALUE).text(JSON.stringify(value) ?? 'undefined')
  }

  hex(): string {
    let [a, b] = [this.#a, this.#b]
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
    return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #mix(unit: number): void {
    this.#a = Math.imul(this.#a ^ unit, 2654435761)
    this.#b = Math.imul(this.#b ^ unit, 1597334677)
  }
}
