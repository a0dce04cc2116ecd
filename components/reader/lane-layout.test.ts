import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLanes, heatStrips, placeLabels } from './lane-layout.ts'

test('the longest passage lies nearest the text', () => {
  expect(
    assignLanes(
      [
        { from: 0, to: 20 },
        { from: 10, to: 200 },
      ],
      0,
    ),
  ).toEqual([1, 0])
})

test('passages apart share a lane; passages that may share a line do not', () => {
  const passages = [
    { from: 0, to: 20 },
    { from: 40, to: 60 },
  ]
  expect(assignLanes(passages, 0)).toEqual([0, 0])
  expect(assignLanes(passages, 90)).toEqual([0, 1])
})

test('identical passages lie side by side', () => {
  expect(assignLanes(Array(4).fill({ from: 5, to: 9 }), 0)).toEqual([0, 1, 2, 3])
})

test('no two passages in one lane come closer than asked', () => {
  const passage = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 120 })).map(([from, length]) => ({ from, to: from + length }))
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 60 }), fc.nat(40), (passages, apart) => {
      const lanes = assignLanes(passages, apart)
      for (let a = 0; a < passages.length; a++) {
        for (let b = a + 1; b < passages.length; b++) {
          if (lanes[a] !== lanes[b]) continue
          const gap = Math.max(passages[a]!.from - passages[b]!.to, passages[b]!.from - passages[a]!.to)
          expect(gap).toBeGreaterThanOrEqual(apart)
        }
      }
    }),
  )
})

test('a label slides down on a clash, and is left out below the end of its bar', () => {
  const places = placeLabels(
    [
      { id: 'first', top: 10, bottom: 60, lane: 0 },
      { id: 'second', top: 12, bottom: 60, lane: 1 },
      { id: 'third', top: 14, bottom: 34, lane: 2 },
      { id: 'fourth', top: 80, bottom: 100, lane: 0 },
    ],
    17,
  )
  expect(Object.fromEntries(places)).toEqual({ first: 10, second: 27, third: null, fourth: 80 })
})

test('bars beyond the visible lanes join into strips with a count', () => {
  expect(
    heatStrips([
      { id: 'a', top: 0, bottom: 90, lane: 0 },
      { id: 'b', top: 10, bottom: 30, lane: 6 },
      { id: 'c', top: 20, bottom: 50, lane: 7 },
      { id: 'd', top: 60, bottom: 80, lane: 6 },
    ]),
  ).toEqual([
    { top: 10, bottom: 50, count: 2 },
    { top: 60, bottom: 80, count: 1 },
  ])
})
