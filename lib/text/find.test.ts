import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FindOptions, find } from '#/lib/text/find.ts'

const LOOSE: FindOptions = { matchCase: false, wholeWords: false, exactLetters: false }

/** The words found, each with what stands around it left out. */
const words = (text: string, query: string, options: Partial<FindOptions> = {}, most?: number) =>
  find(text, query, { ...LOOSE, ...options }, most).ranges.map(({ from, to }) => text.slice(from, to))

test.each<[what: string, text: string, query: string, options: Partial<FindOptions>, found: string[]]>([
  ['any case', 'US and us and Us', 'us', {}, ['US', 'us', 'Us']],
  ['this case', 'US and us and Us', 'Us', { matchCase: true }, ['Us']],
  ['this case, accents aside', 'É é E e', 'e', { matchCase: true }, ['é', 'e']],
  ['parts of words', 'Russia, Rus, Russians', 'rus', {}, ['Rus', 'Rus', 'Rus']],
  ['whole words', 'Russia, Rus, Russians', 'rus', { wholeWords: true }, ['Rus']],
  ['whole words between punctuation', 'a.Rus-Rus_Rus «Rus»', 'Rus', { wholeWords: true }, ['Rus', 'Rus']],
  ['whole words beyond Latin', 'мир мира мирный', 'мир', { wholeWords: true }, ['мир']],
  ['whole words of several', 'the line, the lines', 'the line', { wholeWords: true }, ['the line']],
  ['a sign as a whole word', 'is it? it?s', '?', { wholeWords: true }, ['?', '?']],
  ['without accents', 'Résumé, resume, re\u0301sume\u0301', 'resume', {}, ['Résumé', 'resume', 're\u0301sume\u0301']],
  [
    'with accents, however they are stored',
    'résumé, resume, re\u0301sume\u0301',
    'résumé',
    { exactLetters: true },
    ['résumé', 're\u0301sume\u0301'],
  ],
  ['vowel marks', 'كَتَبَ كتب', 'كتب', {}, ['كَتَبَ', 'كتب']],
  ['vowel marks that count', 'كَتَبَ كتب', 'كتب', { exactLetters: true }, ['كتب']],
  ['tatweel', 'الــعربية العربية', 'العربية', {}, ['الــعربية', 'العربية']],
  ['forms of alef, yeh and teh marbuta', 'أحمد إلى مدرسة', 'احمد الي مدرسه', {}, ['أحمد إلى مدرسة']],
  ['digits of all kinds', 'عام ٢٠١٧', '2017', {}, ['٢٠١٧']],
  ['no-break and other spaces', 'a\u00a0b a\u202fb a\u2028b', 'a b', {}, ['a\u00a0b', 'a\u202fb', 'a\u2028b']],
  ['quotation marks and dashes', '“line” – «line»', '"line"', {}, ['“line”', '«line»']],
  ['never across a line end', 'one\ntwo one two', 'one two', {}, ['one two']],
  ['soft hyphens', 'De\u00adeskalation', 'deeskalation', {}, ['De\u00adeskalation']],
  ['all of ß or nothing', 'Maße Masse', 's', {}, ['s', 's']],
  ['ß as ss', 'Maße Masse', 'masse', {}, ['Maße', 'Masse']],
  ['ligatures', 'ceaseﬁre', 'fire', {}, ['ﬁre']],
  ['no part of an emoji', '👩‍👧 👩 👍🏽 👍', '👩', {}, ['👩']],
  ['no half of a flag', '🇷🇺🇸🇾', '🇺🇸', {}, []],
  ['Hangul in parts', '한국'.normalize('NFD'), '한', {}, ['한'.normalize('NFD')]],
  ['hits that do not overlap', 'aaaaa', 'aa', {}, ['aa', 'aa']],
  ['nothing for nothing', 'abc', '', {}, []],
  ['nothing for a mark alone', 'abc', '\u0640', {}, []],
])('%s', (_what, text, query, options, found) => {
  expect(words(text, query, options)).toEqual(found)
})

test('more hits than asked for are counted, not listed', () => {
  expect(find('aaa', 'a', LOOSE, 2)).toEqual({
    ranges: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ],
    more: true,
  })
  expect(find('aaa', 'a', LOOSE, 3).more).toBe(false)
})

test('every part of a text finds itself, and nothing is found twice or in half a character', () => {
  const letters = fc.constantFrom(
    'a',
    'A',
    'é',
    'e\u0301',
    'ß',
    'ـ',
    'َ',
    'ك',
    '\u200d',
    '😀',
    '👍🏽',
    '🇷🇺',
    ' ',
    '\u00a0',
    '\n',
    '\u00ad',
    'İ',
    'ﷺ',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(letters), fc.nat(), fc.nat(), fc.boolean(), fc.boolean(), (parts, a, b, matchCase, exactLetters) => {
      const text = parts.join('')
      const clusters = [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment)
      const start = clusters.length === 0 ? 0 : a % clusters.length
      const query = clusters
        .slice(start, start + 1 + (b % 4))
        .join('')
        .split('\n')[0]!
      const { ranges } = find(text, query, { matchCase, exactLetters, wholeWords: false })
      for (const [i, { from, to }] of ranges.entries()) {
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThanOrEqual(ranges[i - 1]?.to ?? 0)
        expect(text.slice(from, to)).not.toContain('\n')
        expect(/^[\udc00-\udfff]/.test(text.slice(from)) && /[\ud800-\udbff]$/.test(text.slice(0, from))).toBe(false)
      }
      if (/[a-zك😀]/u.test(query)) expect(ranges.length, JSON.stringify({ text, query })).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
