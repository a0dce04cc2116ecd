import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#/lib/id.ts'
import { touchesOthers, undoLayerChanges } from './bulk-edit.ts'
import { setStatuses } from './bulk-status.ts'
import { createAnnotation, deleteAnnotation } from './commands.ts'
import { readAnnotation } from './layer.ts'

const [MAREN, TOMAS] = [newId(), newId()]

function layerOf(...made: { by: string; status?: string }[]): { layer: Y.Doc; ids: string[] } {
  const layer = new Y.Doc()
  const quote = { exact: 'x', prefix: '', suffix: '' }
  const ids = made.map(({ by, status }, at) =>
    createAnnotation(
      layer,
      { userId: by, runs: [[1, at, 1]], quote, actors: [], themes: [], ...(status && { facts: { status } }), now: 1000 },
      null,
    ),
  )
  return { layer, ids }
}
const statuses = (layer: Y.Doc, ids: readonly string[]) => ids.map((id) => readAnnotation(layer, id)?.facts.status)

test('a coder says the status of own statements; those of others are locked, and an editor says it of all', () => {
  const { layer, ids } = layerOf({ by: MAREN }, { by: TOMAS }, { by: MAREN, status: 'planned' }, { by: MAREN })
  deleteAnnotation(layer, ids[3]!, MAREN, null)
  const own = setStatuses(layer, ids, 'planned', { userId: MAREN, everyone: false, now: 2000 }, null)
  expect([...own.skipped]).toEqual([
    [ids[1], 'locked'],
    [ids[2], 'has-it'],
    [ids[3], 'gone'],
  ])
  expect(statuses(layer, ids)).toEqual(['planned', undefined, 'planned', undefined])
  const all = setStatuses(layer, ids, null, { userId: MAREN, everyone: true, now: 3000 }, null)
  expect([...all.skipped]).toEqual([
    [ids[1], 'has-it'],
    [ids[3], 'gone'],
  ])
  expect(statuses(layer, ids)).toEqual([undefined, undefined, undefined, undefined])
})

test('it is taken back where nobody said otherwise since, also after a database kept it', () => {
  const { layer, ids } = layerOf({ by: MAREN, status: 'negated' }, { by: TOMAS }, { by: TOMAS })
  const editor = { userId: MAREN, everyone: true, now: 2000 }
  const { changes } = setStatuses(layer, ids, 'asserted', editor, null)
  const kept = changes.map((change) => ({ ...change, layerId: newId(), after: { at: 2000, value: 'asserted', by: MAREN } }))
  expect(kept.map((change) => touchesOthers(change, MAREN))).toEqual([false, true, true])
  setStatuses(layer, [ids[2]!], 'planned', editor, null)
  expect(undoLayerChanges(layer, kept, null)).toEqual({ undone: new Set([ids[0], ids[1]]), kept: new Set([ids[2]]) })
  expect(statuses(layer, ids)).toEqual(['negated', undefined, 'planned'])
})
