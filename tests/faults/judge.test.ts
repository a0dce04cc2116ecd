import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { type Entry, Ledger } from './ledger.ts'

function ledger(...entries: [key: string, value: string | null, acknowledged: boolean][]): Entry[] {
  const made = new Ledger()
  for (const [key, value, acknowledged] of entries) made.write(key, value).acknowledged = acknowledged
  return made.entries
}

function found(text: string, more: Record<string, string> = {}) {
  const words = new Map<string, number>()
  for (const word of text.split(' ').filter(Boolean)) words.set(word, (words.get(word) ?? 0) + 1)
  const values = new Map([...words.keys()].map((word): [string, string] => [`word/${word}`, 'here']))
  for (const [key, value] of Object.entries(more)) values.set(key, value)
  return { words, values }
}

test('a document that holds what was acknowledged is in order, whether or not it holds what was not', () => {
  const entries = ledger(['word/a1', 'here', true], ['word/a2', 'here', false])
  for (const text of ['Start a1', 'Start a1 a2'])
    expect(judge(entries, found(text), ['Start'])).toEqual({ acknowledged: 1, lost: [], doubled: [], unexpected: [] })
})

test('a lost word is noticed', () => {
  expect(judge(ledger(['word/a1', 'here', true]), found('')).lost).toEqual(['word/a1: nothing instead of "here"'])
})

test('a deletion that was acknowledged and came to nothing is noticed', () => {
  expect(judge(ledger(['word/a1', 'here', true], ['word/a1', null, true]), found('a1')).lost).toHaveLength(1)
  expect(judge(ledger(['word/a1', 'here', true], ['word/a1', null, false]), found('a1')).lost).toEqual([])
})

test('a doubled word is noticed', () => {
  expect(judge(ledger(['word/a1', 'here', true]), found('a1 a1')).doubled).toEqual(['a1: 2 times'])
})

test('a word and a statement that nobody wrote are noticed', () => {
  const verdict = judge(ledger(['word/a1', 'here', true]), found('a1 a', { 'note/7': 'here' }))
  expect(verdict.unexpected).toEqual(['a', 'word/a', 'note/7'])
})

test('of a value that changed, the last acknowledged one stands, or one tried after it', () => {
  const entries = ledger(['memo/7', 'one', true], ['memo/7', 'two', true], ['memo/7', 'three', false])
  const lost = (memo: string) => judge(entries, found('', { 'memo/7': memo })).lost
  expect(lost('two')).toEqual([])
  expect(lost('three')).toEqual([])
  expect(lost('one')).toEqual(['memo/7: "one" instead of "two" or "three"'])
})

test('formats are judged as long as their word stands', () => {
  const entries = ledger(['word/a1', 'here', true], ['bold/a1', 'yes', true])
  expect(judge(entries, found('a1')).lost).toHaveLength(1)
  expect(judge(entries, found('a1', { 'bold/a1': 'yes' })).lost).toEqual([])
  expect(judge([...entries, ...ledger(['word/a1', null, true])], found('')).lost).toEqual([])
})
