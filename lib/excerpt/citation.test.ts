import { expect, test } from 'vitest'
import { citeExcerpt, plainLines } from '#/lib/excerpt/citation.ts'

const document = {
  id: 'd',
  title: 'Two air forces, one phone line',
  outlet: 'Meridian Wire',
  author: '',
  publishedOn: '2017-03-14',
  url: 'https://example.org/a',
  language: 'en',
  direction: 'ltr' as const,
}
const NO_ORIGINAL = { originalQuote: null, originalEdition: null }
const LINK = 'https://interline.example/w/1/documents/d?annotation=2'

test('quote, source, day, place, addresses', () => {
  expect(citeExcerpt({ document, quote: 'the line is open', startPoint: 5, endPoint: 21, state: 'anchored', ...NO_ORIGINAL }, LINK)).toBe(
    `“the line is open” — Two air forces, one phone line, Meridian Wire, 14 Mar 2017, characters 5–21. https://example.org/a ${LINK}`,
  )
})

test('both the words now and those of the original, where they differ', () => {
  const cited = { document, quote: 'nine rockets', startPoint: 5, endPoint: 17, state: 'anchored' as const, originalEdition: 1 }
  expect(citeExcerpt({ ...cited, originalQuote: 'seven rockets' }, LINK)).toMatch(/^“nine rockets” \(original: “seven rockets”\) — Two air/)
  expect(citeExcerpt({ ...cited, originalQuote: 'nine rockets' }, LINK)).toMatch(/^“nine rockets” — Two air/)
})

test('unknown parts are left out, the language decides the quotation marks', () => {
  const bare = { ...document, outlet: '', publishedOn: null, url: '', author: 'А. Иванова', language: 'ru' }
  expect(
    citeExcerpt({ document: bare, quote: 'линия открыта', startPoint: 0, endPoint: 13, state: 'anchored', ...NO_ORIGINAL }, LINK),
  ).toBe(`«линия открыта» — А. Иванова, Two air forces, one phone line, characters 0–13. ${LINK}`)
})

test('a detached passage says so', () => {
  const cited = citeExcerpt({ document, quote: 'gone', startPoint: null, endPoint: null, state: 'orphan', ...NO_ORIGINAL }, LINK)
  expect(cited).toContain('passage no longer in the text')
})

test('hard line breaks become newlines of the same length', () => {
  expect(plainLines('a\u2028b')).toBe('a\nb')
})
