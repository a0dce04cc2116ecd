import { expect, test } from 'vitest'
import { parseMemoFilter } from './memo.ts'

test('an address asks for memos by what they are on and by words the database can look for', () => {
  expect(parseMemoFilter(new URLSearchParams({ on: 'theme', q: ' who \0told ' }))).toEqual({ subject: 'theme', words: 'who told' })
  expect(parseMemoFilter(new URLSearchParams({ on: 'moon' }))).toEqual({ subject: null, words: '' })
})
