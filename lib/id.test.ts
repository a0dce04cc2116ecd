import { expect, test } from 'vitest'
import { isId, newId } from './id.ts'

test('an id is a version 7 UUID that carries its time and sorts by it', () => {
  const early = newId(1_700_000_000_000)
  const late = newId(1_700_000_000_001)
  expect(isId(early)).toBe(true)
  expect(early[14]).toBe('7')
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000)
  expect(early < late).toBe(true)
})

test('ids of one millisecond sort in the order they were made', () => {
  const ids = Array.from({ length: 1000 }, () => newId(1_700_000_000_002))
  expect(ids.toSorted()).toEqual(ids)
})

test('ids do not repeat within a millisecond', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => newId(1_700_000_000_000)))
  expect(ids.size).toBe(10_000)
})

test.each([
  '',
  'x',
  '018bcfe5-6800-7000-8000-00000000000',
  '018BCFE5-6800-7000-8000-000000000000',
  '018bcfe5-6800-7000-8000-000000000000 ',
  '../etc/passwd',
])('%j is no id', (text) => {
  expect(isId(text)).toBe(false)
})
