import * as Y from 'yjs'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import type { DeltaOp } from '#/lib/text/apply-delta.ts'
import { BLOCK_FORMAT } from '#/lib/text/block-code.ts'
import { MOST_FOLLOWED } from '#/lib/text/most-followed.ts'

/** One change of words, at its flat index in the text as it is now. */
interface Change {
  flat: number
  removed: number
  words: string
  item: Y.Item | null
}

/** All formats there are: once each is known, nothing further left can say more. */
const FORMATS = [BLOCK_FORMAT, 'bold', 'italic', 'link']

/**
 * What changed in a text, as `event.delta` says it, at the cost of what changed: Yjs looks at every item of the text.
 * Changes of formats are left to Yjs.
 */
export function textDelta(event: Y.YTextEvent): DeltaOp[] {
  const { target: text, transaction } = event
  const index = liveIndex(text)
  const changes = insertions(text, transaction, index)
  const removals = deletions(text, transaction, index)
  // The formats of each are looked for to its left: for very many Yjs' one walk is shorter.
  if (!changes || !removals || changes.length + removals.length > MOST_FOLLOWED) return event.delta as DeltaOp[]
  // What is inserted where others were deleted stands behind them.
  changes.push(...removals)
  changes.sort((a, b) => a.flat - b.flat || b.removed - a.removed)
  return toDelta(changes)
}

function toDelta(changes: readonly Change[]): DeltaOp[] {
  const delta: DeltaOp[] = []
  let flat = 0
  for (const { flat: at, removed, words, item } of changes) {
    if (at > flat) delta.push({ retain: at - flat })
    flat = at + words.length
    if (item) delta.push({ insert: words, ...attributesOf(item) })
    else removeMore(delta, removed)
  }
  return delta
}

function removeMore(delta: DeltaOp[], removed: number): void {
  const last = delta.at(-1)
  if (last?.delete !== undefined) last.delete += removed
  else delta.push({ delete: removed })
}

/** Null when something other than words came. */
function insertions(text: Y.Text, { beforeState, afterState, doc }: Y.Transaction, index: IdIndex): Change[] | null {
  const changes: Change[] = []
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    if (start === end) continue
    for (const item of between(doc, client, start, end)) {
      if (item.parent !== text) continue
      if (!(item.content instanceof Y.ContentString || item.content instanceof Y.ContentDeleted)) return null
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const offset = Math.max(0, start - item.id.clock)
      const [piece] = index.pieces(client, item.id.clock + offset, item.length - offset)
      if (piece?.state !== 'alive') return null
      changes.push({ flat: piece.flat!, removed: 0, words: item.content.str.slice(offset), item })
    }
  }
  return changes
}

/** Null when something other than words went. */
function deletions(text: Y.Text, { beforeState, deleteSet, doc }: Y.Transaction, index: IdIndex): Change[] | null {
  const changes: Change[] = []
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0
    for (const { clock, len } of ranges) {
      for (const item of between(doc, client, clock, clock + len)) {
        if (item.parent !== text || item.id.clock >= known) continue
        if (!(item.content instanceof Y.ContentString)) return null
        const flat = index.place(client, item.id.clock)
        if (flat === null) return null
        changes.push({ flat, removed: item.length, words: '', item: null })
      }
    }
  }
  return changes
}

/** The items of a client with these clocks. */
function* between({ store }: Y.Doc, client: number, start: number, end: number): Generator<Y.Item> {
  const structs = store.clients.get(client) ?? []
  for (let i = Y.findIndexSS(structs, start); i < structs.length && structs[i]!.id.clock < end; i++) {
    const struct = structs[i]
    if (struct instanceof Y.Item) yield struct
  }
}

/** The formats that hold at an item: of each the last one left of it. */
function attributesOf(item: Y.Item): { attributes?: Record<string, unknown> } {
  const found = new Map<string, unknown>()
  for (let left = item.left; left && found.size < FORMATS.length; left = left.left) {
    const { content } = left
    if (!left.deleted && content instanceof Y.ContentFormat && !found.has(content.key)) found.set(content.key, content.value)
  }
  const attributes = Object.fromEntries([...found].filter(([, value]) => value !== null))
  return Object.keys(attributes).length > 0 ? { attributes } : {}
}
