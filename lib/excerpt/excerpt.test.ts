import { expect, test } from 'vitest'
import { isEdited } from '#/lib/excerpt/excerpt.ts'

const long = 'a'.repeat(600)

test.each([
  ['the same words', 'abc', 'abc', 'anchored', false],
  ['other words', 'abX', 'abc', 'anchored', true],
  ['longer now', 'abcd', 'abc', 'anchored', true],
  ['kept only in part', long, long.slice(0, 512), 'anchored', false],
  ['kept only in part, changed at the start', `X${long}`, long.slice(0, 512), 'anchored', true],
  ['cut before half a pair', `${'a'.repeat(511)}😀b`, 'a'.repeat(511), 'anchored', false],
  ['detached', 'abc', 'abX', 'orphan', false],
] as const)('%s', (_, quote, taggedQuote, state, edited) => {
  expect(isEdited({ quote, taggedQuote, state })).toBe(edited)
})
