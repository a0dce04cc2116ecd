import { expect, test } from 'vitest'
import { assignSlots, NO_SLOT } from './rule-slots.ts'

const one = (from: number, to: number) => ({ from, to, rules: 1 })

test('passages apart share the first slot', () => {
  expect(assignSlots([one(0, 5), one(5, 9), one(20, 30)])).toEqual([[0], [0], [0]])
})

test('overlapping passages stack, and a freed slot is used again', () => {
  expect(assignSlots([one(0, 10), one(5, 20), one(12, 30)])).toEqual([[0], [1], [0]])
})

test('identical passages stack; the fourth is only counted', () => {
  expect(assignSlots([one(0, 9), one(0, 9), one(0, 9), one(0, 9)])).toEqual([[0], [1], [2], [NO_SLOT]])
})

test('a statement with two themes takes two slots', () => {
  expect(assignSlots([{ from: 0, to: 9, rules: 2 }, one(3, 12)])).toEqual([[0, 1], [2]])
})

test('a second rule without room is only counted', () => {
  expect(assignSlots([one(0, 9), one(0, 9), { from: 2, to: 5, rules: 2 }])).toEqual([[0], [1], [2, NO_SLOT]])
})
