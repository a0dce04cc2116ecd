import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordChange } from '#/lib/text/word-change.ts'

/** The part that changes in brackets, then what comes instead. */
function shown(before: string, after: string): string | null {
  const change = wordChange(before, after)
  return change && `${before.slice(0, change.from)}[${before.slice(change.from, change.to)}|${change.text}]${before.slice(change.to)}`
}

test.each([
  ['Aleppo', 'Idlib', '[Aleppo|Idlib]'],
  ['colour', 'color', 'colo[u|]r'],
  ['color', 'colour', 'colo[|u]r'],
  ['line', 'lines', 'lin[e|es]'],
  ['line', 'hotline', '[l|hotl]ine'],
  ['lines', 'line', 'line[s|]'],
  ['aa', 'aaa', 'a[a|aa]'],
  ['USA', '', '[USA|]'],
  ['😀', '😁', '[😀|😁]'],
  ['re\u0301sume', 'resume', 'r[e\u0301|e]sume'],
  ['كتب', 'كتاب', 'كت[|ا]ب'],
  ['same', 'same', null],
])('%s to %s', (before, after, change) => {
  expect(shown(before, after)).toBe(change)
})

test('a change always makes the one into the other', () => {
  const word = fc.array(fc.constantFrom('a', 'b', 'e\u0301', 'e', '😀', '👍🏽', ' ')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(word, word, (before, after) => {
      const change = wordChange(before, after)
      if (change) expect(before.slice(0, change.from) + change.text + before.slice(change.to)).toBe(after)
      else expect(before).toBe(after)
    }),
  )
})
