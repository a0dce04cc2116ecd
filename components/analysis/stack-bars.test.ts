import { expect, test } from 'vitest'
import { stackBars } from './stack-bars.ts'

const BRANCHES = [
  { id: 'war', name: 'War', hue: 2 },
  { id: 'aid', name: 'Aid', hue: 3 },
]
const bar = (total: number, bare: number, by: Record<string, number>) => ({
  start: '2017-03-01',
  end: '2017-03-31',
  total,
  bare,
  by: new Map(Object.entries(by)),
})

test('branches stand on each other in their order, what has no theme on top', () => {
  expect(stackBars([bar(6, 1, { aid: 2, war: 3 }), bar(0, 0, {})], BRANCHES)).toEqual([
    {
      parts: [
        { id: 'war', hue: 2, from: 0, to: 3 },
        { id: 'aid', hue: 3, from: 3, to: 5 },
        { id: 'bare', hue: null, from: 5, to: 6 },
      ],
      height: 6,
    },
    { parts: [], height: 0 },
  ])
})

test('without themes a bar is one part', () => {
  expect(stackBars([bar(4, 4, {})], [])[0]?.parts).toEqual([{ id: 'bare', hue: null, from: 0, to: 4 }])
})
