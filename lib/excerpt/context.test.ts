import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTEXT_LENGTH, contextOf, nearContext } from '#/lib/excerpt/context.ts'

const at = (text: string, passage: string) => contextOf(text, text.indexOf(passage), text.indexOf(passage) + passage.length)

test('context stays in its paragraph', () => {
  expect(at('One.\nTwo three four.\nFive.', 'three')).toEqual({ before: 'Two ', after: ' four.' })
  expect(at('three', 'three')).toEqual({ before: '', after: '' })
  expect(at('One.\nthree\nFive.', 'three')).toEqual({ before: '', after: '' })
})

test('a passage over two paragraphs has the context of its ends', () => {
  expect(at('One two.\nThree four.', 'two.\nThree')).toEqual({ before: 'One ', after: ' four.' })
})

test('long context is cut between words', () => {
  const word = 'تصريح '
  const text = `${word.repeat(80)}HIT${` ${word.trim()}`.repeat(80)}`
  const { before, after } = at(text, 'HIT')
  expect(before).toBe(word.repeat(33))
  expect(after).toBe(` ${word.trim()}`.repeat(33))
  expect(before.length).toBeLessThanOrEqual(CONTEXT_LENGTH)
})

test('a text without spaces is cut, but not inside a character', () => {
  const { before, after } = at(`${'😀'.repeat(150)}x${'😀'.repeat(150)}`, 'x')
  expect(before).toBe('😀'.repeat(100))
  expect(after).toBe('😀'.repeat(100))
  const odd = at(`${'😀'.repeat(150)}ab${'😀'.repeat(150)}`, 'b')
  expect(odd.before).toBe(`${'😀'.repeat(99)}a`)
})

test('before + quote + after is a stretch of the text, whole characters, within bounds', () => {
  const unit = fc.constantFrom('a', 'слово', ' ', '\n', '\u2028', '😀', 'שלום', 'x'.repeat(90))
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (units, a, b) => {
      const edges = [0]
      for (const part of units) edges.push((edges.at(-1) ?? 0) + part.length)
      const text = units.join('')
      const [start, end] = [edges[a % edges.length] ?? 0, edges[b % edges.length] ?? 0].sort((x, y) => x - y) as [number, number]
      const { before, after } = contextOf(text, start, end)
      expect(text.slice(start - before.length, end + after.length)).toBe(before + text.slice(start, end) + after)
      expect(before.length).toBeLessThanOrEqual(CONTEXT_LENGTH)
      expect(after.length).toBeLessThanOrEqual(CONTEXT_LENGTH)
      expect(before + after).not.toContain('\n')
      expect((before + after).isWellFormed()).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('the near part of a context is cut between words too', () => {
  expect(nearContext({ before: 'one two three ', after: ', four five six' }, 9)).toEqual({ before: 'three ', after: ', four' })
  expect(nearContext({ before: 'one ', after: '' }, 10)).toEqual({ before: 'one ', after: '' })
})
