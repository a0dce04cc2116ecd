import type * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { parseAlias } from '#/lib/anchor/alias-entry.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { livingBodies } from '#/lib/anchor/living-bodies.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { deleteWords } from '#/lib/text/delete-words.ts'

/** Origin of the transactions that remove what is there twice; no step of anybody's undo. */
export const ONE_BODY = 'one-body'

/**
 * Keeps every character of a text in one place. Two people who move the same words at once, or both bring the same deletion
 * back, leave them there twice; of the bodies that live all but one are deleted, whose rank every peer agrees on. Deletions
 * are the same whoever makes them, so every client of a person who may edit does this, after each change of the alias log,
 * at the cost of what was moved. `may`: whether this person may edit now. Returns how to stop.
 */
export function keepOneBody(text: Y.Text, alias: Y.Map<unknown>, may: () => boolean): () => void {
  const { doc } = text
  const log = liveAliases(alias)
  // What came before anybody was there to look is looked at first.
  let changed = new Set(alias.keys())
  const onAlias = ({ keysChanged }: Y.YMapEvent<unknown>) => {
    for (const key of keysChanged) changed.add(key)
  }
  const settle = () => {
    if (changed.size === 0 || !may()) return
    const keys = changed
    changed = new Set()
    const index = liveIndex(text)
    const doubled = [...keys].flatMap((key) => {
      const entry = parseAlias(key, alias.get(key))
      return entry ? livingBodies(index, log, [entry.client, entry.clock, entry.length]).doubled : []
    })
    if (doubled.length > 0) doc?.transact(() => remove(text, doubled), ONE_BODY)
  }
  alias.observe(onAlias)
  doc?.on('afterAllTransactions', settle)
  settle()
  return () => {
    alias.unobserve(onAlias)
    doc?.off('afterAllTransactions', settle)
  }
}

function remove(text: Y.Text, runs: readonly IdRun[]): void {
  for (const run of runs) {
    const alive = liveIndex(text)
      .pieces(...run)
      .filter((piece) => piece.state === 'alive')
    // From the right: what is further left stays where it is. The text's first opener is never taken away.
    for (const { flat, length } of alive.sort((a, b) => b.flat! - a.flat!)) {
      const from = Math.max(1, flat!)
      if (flat! + length > from) deleteWords(text, from, flat! + length - from)
    }
  }
}
