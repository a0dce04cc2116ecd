import * as Y from 'yjs'
import { IdIndex, isVisible } from '#/lib/anchor/id-index.ts'

/** A change of more new pieces than this, and than a part of the text, is cheaper read as a whole. */
const FEW = 500
const PART = 4

/**
 * The index of a text kept up to date: every change costs what it changes. Also right in the middle of an open transaction,
 * each time it is asked for.
 */
class LiveIndex extends IdIndex {
  /** Per client, the clock up to which its characters are in the index. */
  #known = new Map<number, number>()
  /** Transactions not yet taken in whole, with how many of their deletions per client were. */
  #open = new Map<Y.Transaction, Map<number, number>>()

  constructor(text: Y.Text) {
    super(text)
    this.#remember()
    const doc = text.doc!
    if (doc._transaction) this.#open.set(doc._transaction, new Map())
    doc.on('beforeTransaction', (transaction) => this.#open.set(transaction, new Map()))
    doc.on('beforeObserverCalls', (transaction) => {
      // Its deletions have been sorted and joined meanwhile: counting goes on from nothing.
      this.#open.set(transaction, new Map())
      this.catchUp()
      this.#open.delete(transaction)
    })
  }

  /** Takes in what has happened since the last time. */
  catchUp(): void {
    if (this.#open.size === 0) return
    if (!this.#takeInserts()) return
    for (const [{ deleteSet }, taken] of this.#open) this.#takeDeletes(deleteSet, taken)
  }

  #takeDeletes({ clients }: Y.Transaction['deleteSet'], taken: Map<number, number>): void {
    for (const [client, ranges] of clients) {
      for (let i = taken.get(client) ?? 0; i < ranges.length; i++) this.spans.kill(client, ranges[i]!.clock, ranges[i]!.len)
      taken.set(client, ranges.length)
    }
  }

  /** False when everything was read anew. */
  #takeInserts(): boolean {
    const fresh: (Y.Item | Y.GC)[] = []
    for (const [client, structs] of this.text.doc!.store.clients) {
      const last = structs.at(-1)!
      const known = this.#known.get(client) ?? 0
      if (last.id.clock + last.length <= known) continue
      for (let i = Y.findIndexSS(structs, known); i < structs.length; i++) fresh.push(structs[i] as Y.Item | Y.GC)
    }
    if (fresh.length > FEW && fresh.length * PART > this.spans.count) {
      this.build()
      this.#remember()
      return false
    }
    for (const struct of fresh) if (struct instanceof Y.Item && struct.parent === this.text) this.#place(struct)
    for (const { id, length } of fresh) this.#known.set(id.client, Math.max(this.#known.get(id.client) ?? 0, id.clock + length))
    return true
  }

  /** Puts an item where it stands, together with new ones left of it. */
  #place(item: Y.Item): void {
    const chain: Y.Item[] = []
    let left: Y.Item | null = item
    for (; left && !this.#holds(left.lastId); left = left.left) {
      chain.push(left)
      // Joined to characters that are in the index already: they are its left neighbour.
      if (this.#knownPart(left) > 0) break
    }
    for (let next = chain.pop(); next; next = chain.pop()) {
      const offset = this.#knownPart(next)
      const before = offset > 0 ? Y.createID(next.id.client, next.id.clock + offset - 1) : (next.left?.lastId ?? null)
      this.spans.insertAfter(
        before && this.#endingWith(before),
        next.id.client,
        next.id.clock + offset,
        next.length - offset,
        isVisible(next),
      )
    }
  }

  #holds({ client, clock }: Y.ID): boolean {
    return this.spans.find(client, clock) !== undefined
  }

  /** How many of an item's first characters are in the index. */
  #knownPart({ id, length }: Y.Item): number {
    return Math.min(length, Math.max(0, (this.#known.get(id.client) ?? 0) - id.clock))
  }

  /** The span that ends with this character; cuts one that goes on. */
  #endingWith({ client, clock }: Y.ID) {
    const span = this.spans.find(client, clock)!
    const end = clock + 1 - span.clock
    if (end < span.length) this.spans.cut(span, end)
    return span
  }

  #remember(): void {
    const { store } = this.text.doc!
    this.#known = new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]))
  }
}

const indexes = new WeakMap<Y.Text, LiveIndex>()

/** The index of a text as it is at this moment, also within a transaction; one for all who ask. Ask again after each change. */
export function liveIndex(text: Y.Text): IdIndex {
  const index = indexes.get(text) ?? new LiveIndex(text)
  indexes.set(text, index)
  index.catchUp()
  return index
}
