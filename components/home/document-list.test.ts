import { expect, test } from 'vitest'
import { EVERY_DOCUMENT, filterDocuments } from './filter-documents.ts'
import type { HomeDocument } from './home-document.ts'
import { nextSort, orderDocuments, type SortKey } from './order-documents.ts'

function make(title: string, given: Partial<HomeDocument> = {}): HomeDocument {
  const base = {
    outlet: '',
    author: '',
    publishedOn: null,
    url: '',
    kind: '',
    language: 'en',
    direction: 'ltr' as const,
    wordCount: 0,
    excerptCount: 0,
    differs: false,
    status: 'new' as const,
    assignees: [],
    readShare: 0,
    lastDeed: null,
  }
  return { id: title, title, ...base, updatedAt: new Date(0), ...given }
}

const HOTLINE = make('Two air forces, one phone line', {
  outlet: 'Meridian Wire',
  publishedOn: '2017-03-14',
  wordCount: 412,
  updatedAt: new Date(3),
})
const BRIEFING = make('Брифинг: ёлка', {
  outlet: 'Северный вестник',
  publishedOn: '2017-03-13',
  language: 'ru',
  wordCount: 90,
  updatedAt: new Date(2),
})
const LINE = make('الخط الساخن باقٍ', { author: 'Layla Haddad', language: 'ar', excerptCount: 7, updatedAt: new Date(1) })
const UNKNOWN = make('10 notes', { language: 'und' })
const TWO = make('2 notes', { kind: 'Résumé' })
const ALL = [HOTLINE, BRIEFING, LINE, UNKNOWN, TWO]

const titles = (documents: HomeDocument[]) => documents.map((document) => document.title)

test.each<[SortKey, boolean, HomeDocument[]]>([
  ['updatedAt', true, [HOTLINE, BRIEFING, LINE, TWO, UNKNOWN]],
  ['publishedOn', true, [HOTLINE, BRIEFING, TWO, UNKNOWN, LINE]],
  ['publishedOn', false, [BRIEFING, HOTLINE, TWO, UNKNOWN, LINE]],
  ['title', false, [TWO, UNKNOWN, HOTLINE, BRIEFING, LINE]],
  ['language', false, [LINE, TWO, HOTLINE, BRIEFING, UNKNOWN]],
  ['excerptCount', true, [LINE, TWO, UNKNOWN, HOTLINE, BRIEFING]],
])('sorted by %s, descending %s; the unknown comes last, equals by title', (key, descending, expected) => {
  expect(titles(orderDocuments(ALL, { key, descending }))).toEqual(titles(expected))
})

test('a column turns round on the second click; a new one starts as one reads it', () => {
  expect(nextSort({ key: 'updatedAt', descending: true }, 'updatedAt')).toEqual({ key: 'updatedAt', descending: false })
  expect(nextSort({ key: 'updatedAt', descending: true }, 'title')).toEqual({ key: 'title', descending: false })
  expect(nextSort({ key: 'title', descending: false }, 'excerptCount')).toEqual({ key: 'excerptCount', descending: true })
  expect(nextSort({ key: 'title', descending: false }, 'status'), 'the work begins at the top').toEqual({
    key: 'status',
    descending: false,
  })
})

test.each([
  ['', null, ALL],
  ['PHONE', null, [HOTLINE]],
  ['line two', null, [HOTLINE]],
  ['елка', null, [BRIEFING]],
  ['باق', null, [LINE]],
  ['haddad', null, [LINE]],
  ['resume', null, [TWO]],
  ['', 'ar', [LINE]],
  ['phone', 'ar', []],
])('the words "%s" in language %s', (words, language, expected) => {
  expect(titles(filterDocuments(ALL, { ...EVERY_DOCUMENT, words, language }))).toEqual(titles(expected))
})

test('status and who is asked to work on it filter too', () => {
  const done = make('Done', { status: 'done', assignees: [{ id: 'layla', name: 'Layla' }] })
  const mine = make('Mine', { status: 'in-progress', assignees: [{ id: 'layla', name: 'Layla' }] })
  const all = [...ALL, done, mine]
  expect(titles(filterDocuments(all, { ...EVERY_DOCUMENT, status: 'done' }))).toEqual(['Done'])
  expect(titles(filterDocuments(all, { ...EVERY_DOCUMENT, assigneeId: 'layla' }))).toEqual(['Done', 'Mine'])
  expect(titles(filterDocuments(all, { ...EVERY_DOCUMENT, assigneeId: 'maren' }))).toEqual([])
})

test('documents are ordered by how far the work is, not by its word', () => {
  const all = [
    make('a', { status: 'done' }),
    make('b', { status: 'new' }),
    make('c', { status: 'in-review' }),
    make('d', { status: 'blind' }),
  ]
  expect(titles(orderDocuments(all, { key: 'status', descending: false }))).toEqual(['b', 'd', 'c', 'a'])
})
