import type * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { parseAlias } from '#/lib/anchor/alias-entry.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { type LivingPart, livingBodies } from '#/lib/anchor/living-bodies.ts'
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
    const living = [...keys].flatMap((key) => {
      const entry = parseAlias(key, alias.get(key))
      return entry ? livingBodies(index, log, [entry.client, entry.clock, entry.length]) : []
    })
    const doubled = living.filter((each) => each.doubled.length > 0)
    if (doubled.length === 0) return
    doc?.transact(() => {
      dependOn(
        text,
        doubled.flatMap(({ parts }) => parts),
      )
      remove(
        text,
        doubled.flatMap((each) => each.doubled),
      )
    }, ONE_BODY)
  }
  alias.observe(onAlias)
  doc?.on('afterAllTransactions', settle)
  settle()
  return () => {
    alias.unobserve(onAlias)
    doc?.off('afterAllTransactions', settle)
  }
}

/**
 * Ties the change that follows to the bodies that stay: a character put behind each and taken away again. A deletion alone
 * depends on nothing, and could reach a server that the body it was made for never reaches: the words would be gone.
 */
function dependOn(text: Y.Text, parts: readonly LivingPart[]): void {
  const last = new Map<number, LivingPart>()
  for (const part of parts) {
    const known = last.get(part.body.client)
    if (!known || part.body.clock > known.body.clock) last.set(part.body.client, part)
  }
  // From the right: what is further left stays where it is.
  for (const { flat, length } of [...last.values()].sort((a, b) => b.flat - a.flat)) {
    text.insert(flat + length, ' ')
    deleteWords(text, flat + length, 1)
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
