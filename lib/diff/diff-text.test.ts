import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText } from '#/lib/diff/diff-text.ts'

const joined = (parts: ReturnType<typeof diffText>, without: 'removed' | 'added') =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('')

const WORDS = [
  'the',
  'army',
  'rebels',
  'الحكومة',
  'فِي',
  'Правительство',
  'в',
  '2024',
  '👨‍👩‍👧',
  '🇸🇩',
  'é',
  'e\u0301',
  '“',
  ',',
  '.',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n',
  '\u2028',
  '东京',
  'ภาษา',
  '\u0601',
  '🏻',
  '\u0301',
]
const someText = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''))
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

describe('diffText', () => {
  it('joins to both texts, whatever they are', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const parts = diffText(before, after)
        expect(joined(parts, 'added')).toBe(before)
        expect(joined(parts, 'removed')).toBe(after)
      }),
      { numRuns: 2000 },
    )
  })

  it('cuts no grapheme cluster', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const parts = diffText(before, after)
        for (const [text, without] of [
          [before, 'added'],
          [after, 'removed'],
        ] as const) {
          const edges = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length))
          let at = 0
          for (const part of parts) {
            if (part.kind === without) continue
            at += part.text.length
            expect(edges.has(at), `${at} in ${JSON.stringify(text)}`).toBe(true)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['a word replaced', 'The army took the town.', 'The army lost the town.', ['=The army ', '-took', '+lost', '= the town.']],
    ['a block added at the front', 'A b.\nC d.', 'X.\nA b.\nC d.', ['+X.\n', '=A b.\nC d.']],
    ['the first block removed', 'X.\nA b.', 'A b.', ['-X.\n', '=A b.']],
    [
      'a block split',
      'One two three. Four five six.',
      'One two three.\nFour five six.',
      ['=One two three.', '- ', '+\n', '=Four five six.'],
    ],
    ['everything added', '', 'Words.', ['+Words.']],
    ['everything removed', 'Words.', '', ['-Words.']],
    ['nothing', 'Same.\nSame.', 'Same.\nSame.', ['=Same.\nSame.']],
    [
      'Arabic',
      'قال الرئيس إن الحكومة تدعم السلام',
      'قال الوزير إن الحكومة تدعم السلام',
      ['=قال ', '-الرئيس', '+الوزير', '= إن الحكومة تدعم السلام'],
    ],
    ['curly quotes straightened', 'He said “no”.', 'He said "no".', ['=He said ', '-“', '+"', '=no', '-”', '+"', '=.']],
    ['an emoji changed for its half', 'Fine 😀 day', 'Fine 😁 day', ['=Fine ', '-😀', '+😁', '= day']],
  ])('tells %s', (_name, before, after, told) => {
    const sign = { same: '=', removed: '-', added: '+' }
    expect(diffText(before, after).map((part) => sign[part.kind] + part.text)).toEqual(told)
  })

  it('keeps a short heading between paragraphs that were rewritten', () => {
    const before = 'Commander Musa of the northern brigade denied it.\nAims\nShelling stopped at noon near the old hospital.'
    const after = 'Prices of imported wheat doubled since Ramadan began.\nAims\nBakeries in three districts closed for good.'
    expect(diffText(before, after).some(({ kind, text }) => kind === 'same' && text.includes('Aims'))).toBe(true)
  })

  it('does not match two sentences by the small words they share', () => {
    const parts = diffText(
      'Commander Musa of the northern brigade denied responsibility.',
      'Prices of the imported wheat doubled since Ramadan began.',
    )
    expect(parts.filter((part) => part.kind === 'same').map((part) => part.text)).toEqual(['.'])
  })
})
