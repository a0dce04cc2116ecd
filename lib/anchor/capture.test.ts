import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAliases, writeAliases, writeTyped } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns, MAX_RUNS } from '#/lib/anchor/capture.ts'
import { captureCaret, isCaret, resolveCaret } from '#/lib/anchor/caret.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'

const docOf = (...texts: string[]) => createTextDoc(texts.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
const noAliases = readAliases(new Y.Doc().getMap())

test('a passage of imported text is one run', () => {
  const doc = docOf('one two', 'three')
  const runs = captureRuns(buildIdIndex(doc.getText(TEXT_NAME)), 4, 13)
  expect(runs).toEqual([[doc.clientID, 5, 9]])
  expect(resolveRuns(buildIdIndex(doc.getText(TEXT_NAME)), runs, noAliases)).toEqual({ state: 'anchored', start: 4, end: 13, survival: 1 })
})

test('an empty range has no runs', () => {
  expect(captureRuns(buildIdIndex(docOf('one').getText(TEXT_NAME)), 2, 2)).toEqual([])
})

test('of very many runs both ends and the longest are kept', () => {
  const doc = docOf('x'.repeat(400))
  const text = doc.getText(TEXT_NAME)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  for (let i = 0; i < 100; i++) other.getText(TEXT_NAME).insert(398 - 4 * i, i === 50 ? 'a long insertion' : '-')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  const all = text.length - 1
  const runs = captureRuns(buildIdIndex(text), 0, all)
  expect(runs).toHaveLength(MAX_RUNS)
  expect(runs.some((run) => run[2] === 16)).toBe(true)
  expect(resolveRuns(buildIdIndex(text), runs, noAliases)).toEqual({ state: 'anchored', start: 0, end: all, survival: 1 })
})

test.each<[text: string, start: number, end: number, exact: string, prefix: string, suffix: string]>([
  ['one two three', 4, 7, 'two', 'one ', ' three'],
  ['one', 0, 3, 'one', '', ''],
  [`${'a'.repeat(40)}b${'c'.repeat(40)}`, 40, 41, 'b', 'a'.repeat(32), 'c'.repeat(32)],
  [`${'😀'.repeat(20)}b${'😀'.repeat(20)}`, 40, 41, 'b', '😀'.repeat(16), '😀'.repeat(16)],
  [`x${'😀'.repeat(16)}b`, 33, 34, 'b', '😀'.repeat(16), ''],
  [`a${'😀'.repeat(15)}.b`, 32, 33, 'b', `a${'😀'.repeat(15)}.`, ''],
  [`😀${'😀'.repeat(15)}.b`, 33, 34, 'b', `${'😀'.repeat(15)}.`, ''],
  [`a${'😀'.repeat(300)}`, 0, 601, `a${'😀'.repeat(255)}`, '', ''],
])('quote %#', (text, start, end, exact, prefix, suffix) => {
  expect(captureQuote(text, start, end)).toEqual({ exact, prefix, suffix })
})

test('characters created anew are one family with those they were, whatever the borders of the runs', () => {
  const map = new Y.Doc().getMap<unknown>()
  writeAliases(
    map,
    [[1, 10, 10]],
    [
      [2, 0, 4],
      [3, 5, 6],
    ],
  )
  const { bodies } = readAliases(map)
  const ids = (client: number, clock: number, length: number) =>
    bodies
      .families([client, clock, length])
      .map((family) => [family.length, ...family.bodies.map((body) => `${body.client}:${body.clock}`)])
  expect(ids(1, 10, 10)).toEqual([
    [4, '1:10', '2:0'],
    [6, '1:14', '3:5'],
  ])
  expect(ids(1, 5, 7)).toEqual([
    [5, '1:5'],
    [2, '1:10', '2:0'],
  ])
  expect(ids(3, 10, 5)).toEqual([
    [1, '1:19', '3:10'],
    [4, '3:11'],
  ])
  expect(ids(9, 0, 5)).toEqual([[5, '9:0']])
  expect(bodies.origins([3, 4, 3])).toEqual([
    [3, 4, 1],
    [1, 14, 2],
  ])
})

test('moves of the same characters that overlap are both kept, and each move is ranked above what it knew', () => {
  const map = new Y.Doc().getMap<unknown>()
  writeAliases(map, [[1, 0, 10]], [[2, 0, 10]])
  writeAliases(map, [[1, 4, 2]], [[3, 0, 2]])
  const families = readAliases(map).bodies.families([1, 0, 10])
  expect(families.map(({ length, bodies }) => [length, ...bodies.map(({ client, rank }) => `${client} ${rank.number}`)])).toEqual([
    [4, '1 0', '2 1'],
    [2, '1 0', '2 1', '3 2'],
    [4, '1 0', '2 1'],
  ])
})

test('entries written before both identities were in the key are read', () => {
  const map = new Y.Doc().getMap<unknown>()
  map.set('1:0', [4, 2, 7])
  expect(
    readAliases(map)
      .bodies.families([2, 8, 1])[0]
      ?.bodies.map(({ client, clock }) => [client, clock]),
  ).toEqual([
    [1, 1],
    [2, 8],
  ])
})

test('entries that are none are passed over', () => {
  const map = new Y.Doc().getMap<unknown>()
  for (const [key, value] of [
    ['1:2', 'x'],
    ['x', [1, 2, 3]],
    ['1:3', [0, 2, 3]],
    ['1:4', [1, 2]],
    ['1:5', [1, -2, 3]],
    ['1:2~x', [1, 2]],
    ['1:6>2:0', [1, 0]],
    ['1:7>2:0', [1, 1, 2, 0, 0]],
    ['1:8>2:0', [0, 1]],
    ['1:9>2', [1, 1]],
    ['1:9>2:0', [1, 1, 2]],
    [`1:10>2:${Number.MAX_SAFE_INTEGER}`, [1, 1]],
  ] as const)
    map.set(key, value)
  map.set('1:2~1:9', [4, 0])
  map.set('4:7^', [4, 7, 3, 9])
  map.set('4:8^', [4, 7, 3])
  writeTyped(map, [5, 1], {
    left: [1, 2],
    right: null,
    instead: [
      [1, 3],
      [1, 4],
    ],
  })
  const lookup = readAliases(map)
  expect(lookup.bodies.families([1, 0, 20])).toHaveLength(1)
  expect(lookup.typed(4, 5)).toEqual({
    clock: 0,
    typed: {
      instead: [
        [1, 2],
        [1, 9],
      ],
    },
  })
  expect(lookup.typed(4, 20)).toEqual({ clock: 7, typed: { left: null, right: [3, 9] } })
  expect(lookup.typed(5, 1)).toEqual({
    clock: 1,
    typed: {
      left: [1, 2],
      right: null,
      instead: [
        [1, 3],
        [1, 4],
      ],
    },
  })
  expect(lookup.typed(5, 0)).toBeUndefined()
})

test('aliases that lead in a circle end', () => {
  const doc = docOf('one two')
  const text = doc.getText(TEXT_NAME)
  const runs = captureRuns(buildIdIndex(text), 0, 3)
  text.delete(1, 3)
  const map = doc.getMap<unknown>('alias')
  writeAliases(map, runs, runs)
  text.insert(1, 'x')
  const typed: [number, number] = [doc.clientID, buildIdIndex(text).idAt(1)![1]]
  writeTyped(map, typed, { left: typed, right: typed, instead: [typed, typed] })
  expect(resolveRuns(buildIdIndex(text), runs, readAliases(map))).toEqual({ state: 'orphan', near: 0 })
})

test('damaged runs harm nothing', () => {
  const doc = docOf('one')
  const index = buildIdIndex(doc.getText(TEXT_NAME))
  expect(resolveRuns(index, [], noAliases).state).toBe('orphan')
  expect(resolveRuns(index, [[doc.clientID, 2, Number.MAX_SAFE_INTEGER - 10]], noAliases)).toMatchObject({
    state: 'anchored',
    start: 1,
    end: 3,
  })
  expect(resolveRuns(index, [[123, 0, 5]], noAliases).state).toBe('pending')
})

test('a caret stays with the character before it', () => {
  const doc = docOf('one two')
  const text = doc.getText(TEXT_NAME)
  const caret = captureCaret(buildIdIndex(text), 4)!
  expect(isCaret(JSON.parse(JSON.stringify(caret)))).toBe(true)
  text.insert(1, 'abc')
  expect(resolveCaret(buildIdIndex(text), caret)).toBe(7)
  text.insert(7, 'typed here by others')
  expect(resolveCaret(buildIdIndex(text), caret)).toBe(7)
  text.delete(5, 2)
  expect(resolveCaret(buildIdIndex(text), caret)).toBe(5)
})

test('carets of an empty text, of unknown characters and of no shape', () => {
  const text = new Y.Doc().getText(TEXT_NAME)
  expect(captureCaret(buildIdIndex(text), 0)).toBeNull()
  text.insert(0, '\n')
  expect(resolveCaret(buildIdIndex(text), captureCaret(buildIdIndex(text), 0)!)).toBe(0)
  expect(resolveCaret(buildIdIndex(text), captureCaret(buildIdIndex(text), 1)!)).toBe(1)
  expect(resolveCaret(buildIdIndex(text), [12345, 0, -1])).toBeNull()
  expect([null, [], [1, 2], [1, 2, 0], [1, '2', 1]].some(isCaret)).toBe(false)
})
