import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCandidates, strongCandidate } from '#/lib/anchor/candidates.ts'
import { captureQuote } from '#/lib/anchor/capture.ts'

const TEXT = [
  'Ceasefire talks in Geneva ended on Tuesday without a joint statement.',
  'A spokesperson for the coalition said that shelling near the hospital had stopped.',
  'Правительство заявило, что обстрелы прекращены.',
  'قال المتحدث باسم الوفد إن المحادثات انتهت دون بيان مشترك.',
  'Shelling near the school had stopped, too.',
].join('\n')

const quoteOf = (text: string, words: string) => captureQuote(text, text.indexOf(words), text.indexOf(words) + words.length)
const words = (text: string, quote: ReturnType<typeof quoteOf>, near: number | null = null) =>
  findCandidates(text, quote, { near }).map(({ start, end }) => text.slice(start, end))

describe('findCandidates', () => {
  it('finds the same words in the same place', () => {
    const quote = quoteOf(TEXT, 'without a joint statement')
    const [best] = findCandidates(TEXT, quote, { near: TEXT.indexOf('without') })
    expect(TEXT.slice(best!.start, best!.end)).toBe('without a joint statement')
    expect(best!.score).toBe(1)
  })

  it.each([
    ['a word changed', 'shelling near the hospital had stopped', 'shelling near the hospital has now stopped'],
    ['Russian', 'обстрелы прекращены', 'обстрелы уже прекращены'],
    ['Arabic', 'انتهت دون بيان مشترك', 'انتهت بدون بيان مشترك'],
  ])('finds what was reworded: %s', (_name, before, after) => {
    expect(words(TEXT.replace(before, after), quoteOf(TEXT, before))).toContain(after)
  })

  it('finds whole words, and long passages up to where they ended', () => {
    const long = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ')
    const text = `Before it. ${long} After it all of this came.`
    const quote = quoteOf(text, long)
    expect(quote.exact.length).toBeLessThan(long.length)
    expect(words(text.replace('word40', 'another'), quote)[0]).toBe(long.replace('word40', 'another'))
    expect(words('The unrecognised government.', { exact: 'recognised governments', prefix: '', suffix: '' })).toEqual([
      'unrecognised government',
    ])
  })

  it('tells equal words apart by what stands around them', () => {
    const text = 'He said no to the envoy.\nShe said no to the press.\nThey said no to us.'
    const [best, ...others] = findCandidates(text, { exact: 'said no', prefix: 'She ', suffix: ' to the press' }, { near: null })
    expect(best!.start).toBe(text.indexOf('said no to the press'))
    expect(others).toHaveLength(2)
    expect(best!.score).toBeGreaterThan(others[0]!.score)
  })

  it('gives nothing for words that are gone', () => {
    expect(words(TEXT, { exact: 'The minister resigned over the budget vote', prefix: 'then ', suffix: ' at noon' })).toEqual([])
    expect(words(TEXT, { exact: '   ', prefix: '', suffix: '' })).toEqual([])
    expect(words('', quoteOf(TEXT, 'Geneva'))).toEqual([])
  })

  it('cuts no grapheme cluster, gives at most five, apart, best first, whatever the text', () => {
    const piece = fc.constantFrom('word', 'other', ' ', '👨‍👩‍👧', 'e\u0301', '\n', 'القول', '东京', '.')
    const text = fc.array(piece, { maxLength: 80 }).map((list) => list.join(''))
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    fc.assert(
      fc.property(text, text, fc.nat(200), fc.boolean(), (canonical, exact, near, known) => {
        const found = findCandidates(
          canonical,
          { exact: exact.slice(0, 60).toWellFormed(), prefix: exact.slice(60, 90), suffix: '' },
          { near: known ? near : null },
        )
        const edges = new Set([...graphemes.segment(canonical)].map(({ index }) => index).concat(canonical.length))
        expect(found.length).toBeLessThanOrEqual(5)
        for (const [i, { start, end, score }] of found.entries()) {
          expect(start).toBeLessThan(end)
          expect(edges.has(start) && edges.has(end)).toBe(true)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(found[i - 1]?.score ?? 1)
          for (const other of found.slice(0, i)) expect(other.end <= start || end <= other.start).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('strongCandidate', () => {
  it('is one that stands alone', () => {
    const at = (score: number, start = 0) => ({ start, end: start + 5, score })
    expect(strongCandidate([at(0.95), at(0.6, 9)])).toEqual(at(0.95))
    expect(strongCandidate([at(0.95), at(0.93, 9)])).toBeNull()
    expect(strongCandidate([at(0.7)])).toBeNull()
    expect(strongCandidate([])).toBeNull()
  })
})
