import { expect, test } from 'vitest'
import { checkDocumentMeta, type DocumentMetaInput } from './check-meta.ts'

const META: DocumentMetaInput = {
  title: 'Two air forces',
  outlet: 'Meridian Wire',
  author: '',
  publishedOn: '2017-03-14',
  url: 'https://example.org/a?b=1',
  kind: 'article',
  language: 'en',
  direction: 'ltr',
}

test('what is typed is tidied, and all scripts pass', () => {
  const result = checkDocumentMeta({
    ...META,
    title: '  الخط \n الساخن ',
    outlet: 'Cafe\u0301',
    url: ' https://example.org ',
    publishedOn: null,
  })
  expect(result).toMatchObject({ ok: true, meta: { title: 'الخط الساخن', outlet: 'Café', url: 'https://example.org', publishedOn: null } })
})

test.each<[string, Partial<DocumentMetaInput>, RegExp]>([
  ['no title', { title: ' \t' }, /title/],
  ['a title of 501 characters', { title: 'x'.repeat(501) }, /500/],
  ['an endless address', { url: `https://example.org/${'x'.repeat(2000)}` }, /address/],
  ['a script as address', { url: 'javascript:alert(1)' }, /http/],
  ['words as address', { url: 'see the site' }, /http/],
  ['29 February of a common year', { publishedOn: '2017-02-29' }, /date/],
  ['a date in another order', { publishedOn: '14.03.2017' }, /date/],
  ['a language that is none', { language: 'Klingon, probably' }, /language/],
])('%s is refused with a sentence', (_, change, reason) => {
  const result = checkDocumentMeta({ ...META, ...change })
  expect(result.ok ? '' : result.reason).toMatch(reason)
})
