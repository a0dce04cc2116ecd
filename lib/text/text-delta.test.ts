import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DeltaOp } from '#/lib/text/apply-delta.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc, exchange } from '#/lib/text/testing/peer.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { textDelta } from '#/lib/text/text-delta.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 30)

/** Pieces with one format joined, deletions before insertions at one place, nothing retained at the end. */
function normal(delta: readonly DeltaOp[]): DeltaOp[] {
  const list: DeltaOp[] = []
  for (const op of delta) {
    const last = list.at(-1)
    const same = JSON.stringify(last?.attributes ?? {}) === JSON.stringify(op.attributes ?? {})
    if (op.retain !== undefined && last?.retain !== undefined && same) last.retain += op.retain
    else if (typeof op.insert === 'string' && typeof last?.insert === 'string' && same) last.insert += op.insert
    else if (op.delete !== undefined && last?.delete !== undefined) last.delete += op.delete
    else if (op.delete !== undefined && typeof last?.insert === 'string') {
      let at = list.length
      while (typeof list[at - 1]?.insert === 'string') at--
      if (list[at - 1]?.delete === undefined) list.splice(at, 0, { delete: op.delete })
      else list[at - 1]!.delete! += op.delete
    } else list.push({ ...op })
  }
  if (list.at(-1)?.retain !== undefined && !list.at(-1)?.attributes) list.pop()
  return list
}

test(
  `says what Yjs says, through ${SEEDS} histories`,
  () => {
    let quick = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      const source = createTextDoc([
        { type: 'heading', level: 1, spans: [{ text: 'a title' }] },
        { type: 'paragraph', spans: [{ text: 'some ' }, { text: 'bold', bold: true }, { text: ' words' }] },
      ])
      const docs = [1, 2].map((client) => cloneDoc(source, client))
      const undos = docs.map((doc) => new Y.UndoManager(doc.getText(TEXT_NAME), { trackedOrigins: new Set(['own']), captureTimeout: 0 }))
      for (const doc of docs) {
        doc.getText(TEXT_NAME).observe((event) => {
          const ours = textDelta(event)
          const theirs = event.delta as DeltaOp[]
          if (ours !== theirs) quick++
          expect(normal(ours), `seed ${seed}`).toEqual(normal(theirs))
        })
      }
      for (let step = 0; step < 60; step++) {
        const i = random.int(0, 1)
        const doc = docs[i]!
        const text = doc.getText(TEXT_NAME)
        const edit = () => {
          const at = random.int(1, text.length)
          const length = Math.min(random.int(1, 5), text.length - at)
          const kind = random.next()
          if (kind < 0.5) text.insert(at, random.pick(['a', 'bc\n', 'd e']), random.chance(0.2) ? { bold: true } : undefined)
          else if (kind < 0.9 && length > 0) text.delete(at, length)
          else if (length > 0) text.format(at, length, { italic: random.pick([true, null]) })
        }
        if (random.chance(0.15)) undos[i]!.undo()
        else if (random.chance(0.1)) undos[i]!.redo()
        else doc.transact(() => Array.from({ length: random.int(1, 3) }, edit), 'own')
        if (random.chance(0.3)) exchange(docs[0]!, docs[1]!)
      }
      for (const undo of undos) undo.destroy()
    }
    expect(quick).toBeGreaterThan(SEEDS * 10)
  },
  PATIENCE,
)
