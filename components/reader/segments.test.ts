import { expect, test } from 'vitest'
import { NO_SLOT } from './rule-slots.ts'
import { cutSegments, type PaintedPassage } from './segments.ts'

function passage(id: string, from: number, to: number, slots: number[], hues: number[] = [1]): PaintedPassage {
  return { id, from, to, hues, slots, noted: false }
}

test('no passages, no segments', () => {
  expect(cutSegments([])).toEqual([])
})

test('two overlapping passages make three segments; the later one gives the ground', () => {
  const segments = cutSegments([passage('a', 1, 10, [0], [1]), passage('b', 6, 14, [1], [11])])
  expect(
    segments.map(({ from, to, ids, rules, ground }) => [from, to, ids, rules.map((rule) => rule && `${rule.hue} ${rule.id}`), ground]),
  ).toEqual([
    [1, 6, ['a'], ['1 a', null, null], 1],
    [6, 10, ['a', 'b'], ['1 a', '11 b', null], 11],
    [10, 14, ['b'], [null, '11 b', null], 11],
  ])
})

test('a gap between passages has no segment', () => {
  expect(cutSegments([passage('a', 1, 3, [0]), passage('b', 5, 8, [0])]).map(({ from, to }) => [from, to])).toEqual([
    [1, 3],
    [5, 8],
  ])
})

test('a nested passage does not end the outer one', () => {
  const segments = cutSegments([passage('outer', 1, 20, [0]), passage('inner', 5, 8, [1])])
  expect(segments.map(({ ids }) => ids)).toEqual([['outer'], ['outer', 'inner'], ['outer']])
})

test('rules without a slot are counted', () => {
  const segments = cutSegments([passage('a', 1, 4, [0]), passage('b', 1, 4, [1]), passage('c', 1, 4, [2]), passage('d', 1, 4, [NO_SLOT])])
  expect(segments).toHaveLength(1)
  expect(segments[0]!.more).toBe(1)
  expect(segments[0]!.ids).toEqual(['a', 'b', 'c', 'd'])
})

test('every position of every passage is in exactly one segment', () => {
  const passages = [passage('a', 2, 30, [0]), passage('b', 2, 9, [1]), passage('c', 8, 12, [2]), passage('d', 28, 40, [1])]
  const segments = cutSegments(passages)
  for (let at = 0; at < 45; at++) {
    const covering = passages.filter(({ from, to }) => from <= at && at < to).map(({ id }) => id)
    const found = segments.filter(({ from, to }) => from <= at && at < to)
    expect(found.length, `position ${at}`).toBe(covering.length > 0 ? 1 : 0)
    expect(found[0]?.ids ?? [], `position ${at}`).toEqual(covering)
  }
})
