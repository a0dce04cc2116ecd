import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import { findPassage } from './find-passage.ts'

const TEXT = 'Moscow said no.\nMoscow said yes. 🕊️ Ankara kept silent.'
const cut = (found: ReturnType<typeof findPassage>) => (found.ok ? TEXT.slice(found.start, found.end) : found.reason)

test('offsets in either unit mean the same passage, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text]
      const [from, to] = [a % (points.length + 1), b % (points.length + 1)].toSorted((x, y) => x - y) as [number, number]
      const words = points.slice(from, to).join('')
      fc.pre(words.trim() !== '')
      const found = findPassage(text, { start: from, end: to, unit: 'point', exact: words })
      expect(found.ok && text.slice(found.start, found.end)).toBe(words)
      const units = found.ok ? { start: found.start, end: found.end } : { start: 0, end: 0 }
      expect(findPassage(text, units)).toEqual(found)
      expect(codePointOffsets(text)(units.start)).toBe(from)
    }),
  )
})

test('words are found where they stand once, or where what stands around them tells which', () => {
  expect(cut(findPassage(TEXT, { exact: 'Ankara kept' }))).toBe('Ankara kept')
  expect(cut(findPassage(TEXT, { exact: 'Moscow said' }))).toContain('several places')
  expect(findPassage(TEXT, { exact: 'Moscow said', suffix: ' yes' })).toEqual({ ok: true, start: 16, end: 27 })
  expect(findPassage(TEXT, { exact: 'Moscow said', prefix: 'no.\n' })).toEqual({ ok: true, start: 16, end: 27 })
  expect(cut(findPassage(TEXT, { exact: 'Moscow said', prefix: 'yes. ' }))).toContain('not in the text')
  expect(cut(findPassage(TEXT, { exact: 'moscow' }))).toContain('not in the text')
})

test.each([
  [{ start: 5, end: 5 }, 'no such passage'],
  [{ start: 9, end: 5 }, 'no such passage'],
  [{ start: 0, end: 10_000 }, 'no such passage'],
  [{ start: 0, end: 10_000, unit: 'point' as const }, 'no such passage'],
  [{ start: 34, end: 40 }, 'inside a character'],
  [{ start: 0, end: 6, exact: 'Ankara' }, 'Other words'],
  [{ start: 15, end: 16 }, 'no words'],
])('%o is refused: %s', (target, words) => {
  expect(cut(findPassage(TEXT, target))).toContain(words)
})
