import type * as Y from 'yjs'
import type { CharacterId } from '#/lib/anchor/alias-entry.ts'
import { buildIdIndex, isVisible } from '#/lib/anchor/id-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** Characters that were visible then and are dead now. */
export interface Revived {
  run: IdRun
  words: string
  /** Where they stand in the flat text: then, and again once all words are back. */
  flat: number
  /** The character right of them, visible or not; null at the very end. */
  right: CharacterId | null
}

/** How a text gets the words of an earlier one of the same log. */
export interface WordPlan {
  /** What is visible now and was not then. */
  deletions: ({ retain: number } | { delete: number })[]
  revived: Revived[]
}

/**
 * Walks over all characters that ever were in `text`, in their one order, and tells the four sorts apart: visible now and
 * in `then`, only now, only then, neither. Null when no word differs.
 */
export function planWords(text: Y.Text, then: Y.Text): WordPlan | null {
  const index = buildIdIndex(then)
  const words = then.toString()
  const plan: WordPlan = { deletions: [], revived: [] }
  for (let item = text._start; item !== null; item = item.right) {
    const isAlive = isVisible(item)
    if (!isAlive && !item.deleted) continue
    const { client } = item.id
    for (const { clock, length, state, flat } of index.pieces(client, item.id.clock, item.length)) {
      const wasAlive = state === 'alive' && flat !== null
      if (isAlive) extend(plan.deletions, wasAlive ? 'retain' : 'delete', length)
      else if (wasAlive) {
        const isWhole = clock + length === item.id.clock + item.length
        const right: CharacterId | null = isWhole ? idOf(item.right) : [client, clock + length]
        plan.revived.push({ run: [client, clock, length], words: words.slice(flat, flat + length), flat, right })
      }
    }
  }
  return plan.revived.length > 0 || plan.deletions.some((op) => 'delete' in op) ? plan : null
}

function idOf(item: Y.Item | null): CharacterId | null {
  return item && [item.id.client, item.id.clock]
}

function extend(delta: WordPlan['deletions'], kind: 'retain' | 'delete', length: number): void {
  const last = delta.at(-1) as Record<string, number> | undefined
  if (last?.[kind] !== undefined) last[kind] += length
  else delta.push({ [kind]: length } as WordPlan['deletions'][number])
}
