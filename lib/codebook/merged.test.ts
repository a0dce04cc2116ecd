import { expect, test } from 'vitest'
import { followMerges } from './merged.ts'

test('a merge of merges leads to the last entry', () => {
  expect(followMerges({ a: 'b', b: 'c', d: 'c' })).toEqual({ a: 'c', b: 'c', d: 'c' })
})

test('a circle made by hand ends', () => {
  expect(Object.keys(followMerges({ a: 'b', b: 'a' }))).toEqual(['a', 'b'])
})
