import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addActor,
  createAnnotation,
  deleteAnnotation,
  moveAnchor,
  removeActor,
  removeTheme,
  restoreAnnotation,
  setFact,
  setImportant,
  setMemo,
  setTheme,
} from '#/lib/annotation/commands.ts'
import { layerMap, observeAnnotations, readAnnotation, readAnnotations, readSome } from '#/lib/annotation/layer.ts'
import { MEMO_LENGTH } from '#/lib/annotation/limits.ts'
import type { Quote } from '#/lib/annotation/model.ts'
import { newId } from '#/lib/id.ts'

const [ME, OTHER, ACTOR, THEME, SECOND_THEME] = Array.from({ length: 5 }, () => newId()) as [string, string, string, string, string]
const QUOTE: Quote = { exact: 'words', prefix: '', suffix: '' }

function create(layer: Y.Doc, userId = ME) {
  return createAnnotation(
    layer,
    {
      userId,
      runs: [[1, 0, 5]],
      quote: QUOTE,
      actors: [{ actorId: ACTOR, role: 'source' }],
      themes: [{ themeId: THEME, stance: 'opposes' }],
      memo: 'memo',
      facts: { status: 'asserted', place: '' },
      now: 1_000,
    },
    'test',
  )
}

test('a statement is one transaction with the given origin, and comes back whole', () => {
  const layer = new Y.Doc()
  const origins: unknown[] = []
  layer.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
  const id = create(layer)
  expect(origins).toEqual(['test'])
  expect(readAnnotation(layer, id)).toEqual({
    id,
    by: ME,
    createdAt: 1_000,
    modifiedAt: 1_000,
    modifiedBy: ME,
    runs: [[1, 0, 5]],
    quote: QUOTE,
    actors: [{ actorId: ACTOR, role: 'source', by: [ME] }],
    themes: [{ themeId: THEME, stance: 'opposes', by: [ME] }],
    facts: { status: 'asserted' },
    memos: [{ by: ME, at: 1_000, text: 'memo' }],
    importantTo: [],
  })
  expect(readAnnotations(layer)).toEqual([readAnnotation(layer, id)])
})

test('everybody marks what is important to them', () => {
  const layer = new Y.Doc()
  const id = create(layer)
  setImportant(layer, id, OTHER, true, 'test')
  setImportant(layer, id, ME, true, 'test')
  expect(readAnnotation(layer, id)?.importantTo.toSorted()).toEqual([ME, OTHER].toSorted())
  setImportant(layer, id, OTHER, false, 'test')
  expect(readAnnotation(layer, id)?.importantTo).toEqual([ME])
})

test('tags of several people are told apart and put together', () => {
  const layer = new Y.Doc()
  const id = create(layer)
  addActor(layer, id, ACTOR, 'source', OTHER, 'test')
  addActor(layer, id, ACTOR, 'recipient', OTHER, 'test')
  setTheme(layer, id, THEME, 'supports', OTHER, 'test')
  setTheme(layer, id, SECOND_THEME, 'none', OTHER, 'test')
  const annotation = readAnnotation(layer, id)!
  expect(annotation.actors).toEqual([
    { actorId: ACTOR, role: 'source', by: [ME, OTHER] },
    { actorId: ACTOR, role: 'recipient', by: [OTHER] },
  ])
  expect(annotation.themes).toHaveLength(3)
  expect(annotation.themes[0]).toEqual({ themeId: THEME, stance: 'opposes', by: [ME] })
  expect(annotation.modifiedAt).toBeGreaterThan(1_000)
  removeActor(layer, id, ACTOR, 'source', OTHER, 'test')
  removeTheme(layer, id, THEME, ME, 'test', { everyone: true })
  expect(readAnnotation(layer, id)).toMatchObject({
    actors: [
      { role: 'source', by: [ME] },
      { role: 'recipient', by: [OTHER] },
    ],
    themes: [{ themeId: SECOND_THEME }],
  })
})

test('a changed stance replaces one’s own, an empty memo or fact removes it', () => {
  const layer = new Y.Doc()
  const id = create(layer)
  setTheme(layer, id, THEME, 'mixed', ME, 'test')
  setMemo(layer, id, ME, '', 'test')
  setFact(layer, id, 'status', '', ME, 'test')
  setFact(layer, id, 'date', '1917-03', ME, 'test')
  expect(readAnnotation(layer, id)).toMatchObject({ themes: [{ stance: 'mixed', by: [ME] }], memos: [], facts: { date: '1917-03' } })
})

test('a long memo is cut so that it is not refused', () => {
  const layer = new Y.Doc()
  const id = create(layer)
  setMemo(layer, id, ME, '😀'.repeat(MEMO_LENGTH), 'test')
  const [memo] = readAnnotation(layer, id)!.memos
  expect(memo!.text).toHaveLength(MEMO_LENGTH)
  expect(memo!.text.isWellFormed()).toBe(true)
})

test('deleting and restoring keep what others add meanwhile', () => {
  const layer = new Y.Doc()
  const id = create(layer)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(layer))
  deleteAnnotation(layer, id, ME, 'test')
  setTheme(other, id, SECOND_THEME, 'neutral', OTHER, 'test')
  Y.applyUpdate(layer, Y.encodeStateAsUpdate(other))
  expect([readAnnotation(layer, id), readAnnotations(layer)]).toEqual([null, []])
  restoreAnnotation(layer, id, 'test')
  expect(readAnnotation(layer, id)!.themes.map((theme) => theme.themeId)).toEqual([THEME, SECOND_THEME])
})

test('a moved anchor is what is read', () => {
  const layer = new Y.Doc()
  const id = create(layer)
  moveAnchor(layer, id, { runs: [[2, 2, 2]], quote: { ...QUOTE, exact: 'other' }, how: 'found' }, ME, 'test')
  expect(readAnnotation(layer, id)).toMatchObject({ runs: [[2, 2, 2]], quote: { exact: 'other' }, createdAt: 1_000 })
})

test('tags without their statement, and entries of no shape, are passed over', () => {
  const layer = new Y.Doc()
  addActor(layer, newId(), ACTOR, 'source', ME, 'test')
  const id = create(layer)
  layerMap(layer, 'actor').set(`${id}|${ACTOR}|stranger|${ME}` as never, { by: ME, at: 1 })
  expect(readAnnotations(layer)).toHaveLength(1)
  expect(readAnnotation(layer, id)!.actors).toHaveLength(1)
})

test('every change names the annotations it touched', () => {
  const layer = new Y.Doc()
  const seen: string[][] = []
  const stop = observeAnnotations(layer, (ids) => seen.push([...ids]))
  const id = create(layer)
  setTheme(layer, id, THEME, 'mixed', ME, 'test')
  deleteAnnotation(layer, id, ME, 'test')
  layer.getMap('unrelated').set('a', 1)
  stop()
  restoreAnnotation(layer, id, 'test')
  expect(seen).toEqual([[id], [id], [id]])
})

test('reading some is reading all, in part', () => {
  const layer = new Y.Doc()
  const ids = Array.from({ length: 20 }, () => create(layer))
  for (const id of ids) setTheme(layer, id, SECOND_THEME, 'mixed', OTHER, 'test')
  const some = new Set([ids[3]!, ids[7]!, newId()])
  expect(readSome(layer, some)).toEqual(readAnnotations(layer).filter((annotation) => some.has(annotation.id)))
})
