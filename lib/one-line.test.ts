import { expect, test } from 'vitest'
import { oneLine } from './one-line.ts'

test.each([
  ['  two \t\n words ', 'two words'],
  ['NUL\0 and\u0007 bell', 'NUL and bell'],
  ['report\u202efdp.exe', 'reportfdp.exe'],
  ['\u2066isolated\u2069', 'isolated'],
  ['half \ud800 pair', 'half \ufffd pair'],
  ['e\u0301', 'é'],
  ['می\u200cخواهم \u200fx', 'می\u200cخواهم \u200fx'],
  ['🦊', '🦊'],
  ['', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(oneLine(typed)).toBe(kept)
  expect(oneLine(kept)).toBe(kept)
})
