import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { allOf, oneOf, type Query } from './query.ts'
import type { NamedField, Vocabulary } from './vocabulary.ts'

const ID = (n: number) => `0195a000-0000-7000-8000-00000000000${n}`
const BOOK: Record<NamedField, Record<string, string[]>> = {
  actor: { 'Russian MoD': [ID(1)], Turkey: [ID(2)], Guterres: [ID(6), ID(7)] },
  theme: { Ceasefire: [ID(3)], Accusation: [ID(4)] },
  document: { 'The line, open': [ID(5)] },
  tagger: {},
  layer: {},
}
const names: Vocabulary = {
  nameOf: (field, id) => Object.entries(BOOK[field]).find(([, ids]) => ids.length === 1 && ids[0] === id)?.[0] ?? null,
  find: (field, name) => BOOK[field][name] ?? [],
  names: (field) => Object.keys(BOOK[field]),
}
const actor = (n: number, more = {}): Query => ({ is: 'actor', values: [ID(n)], role: null, members: false, ...more })
const theme = (n: number, more = {}): Query => ({ is: 'theme', values: [ID(n)], below: true, stances: [], ...more })

test.each<[string, Query, string?]>([
  ['actor:"Russian MoD" as source with members and theme:Ceasefire', allOf(actor(1, { role: 'source', members: true }), theme(3))],
  [
    'theme:Ceasefire without below with stance opposes, mixed or not role:source',
    { is: 'any', of: [theme(3, { below: false, stances: ['opposes', 'mixed'] }), { is: 'not', of: oneOf('role', 'source') }] },
  ],
  ['theme:Accusation in same sentence as actor:Turkey', { is: 'near', how: 'same-sentence', left: theme(4), right: actor(2) }],
  [
    'theme:Accusation followed by (actor:Turkey or hotline)',
    { is: 'near', how: 'followed-by', left: theme(4), right: { is: 'any', of: [actor(2), oneOf('words', 'hotline')] } },
  ],
  ['hotline “cease fire”', allOf(oneOf('words', 'hotline'), oneOf('words', 'cease fire')), 'hotline and "cease fire"'],
  [
    'published:2017-03 AND happened:2016..',
    allOf({ is: 'published', from: '2017-03-01', to: '2017-03-31' }, { is: 'happened', from: '2016-01-01', to: null }),
    'published:2017-03 and happened:2016-01-01..',
  ],
  ['(a or b) c', allOf({ is: 'any', of: [oneOf('words', 'a'), oneOf('words', 'b')] }, oneOf('words', 'c')), '(a or b) and c'],
  ['not not a', oneOf('words', 'a'), 'a'],
  ['document:"The line, open" and is:new', allOf(oneOf('document', ID(5)), oneOf('mark', 'new'))],
  ['text:"shot down", crashed', oneOf('text', 'shot down', 'crashed')],
])('%s', (text, query, canonical = text) => {
  expect(parseQuery(text, names)).toEqual({ ok: true, query })
  expect(printQuery(query, names)).toBe(canonical)
})

test.each([
  ['actor:Turkay', 'Turkay', /Did you mean “Turkey”/],
  ['actor:Guterres', 'Guterres', /more than one/],
  ['colour:red', 'colour', /no field “colour”/],
  ['(a or b', '(', /not closed/],
  ['a)', ')', /Nothing opens/],
  ['a or', '', /A value is missing/],
  ['a and or b', 'or', /A value is missing/],
  ['stance:loves', 'loves', /supports, opposes/],
  ['actor:Turkey as boss', 'boss', /source, recipient/],
  ['published:2017-13', '2017-13', /Write a year/],
  ['published:2018..2017', '2018..2017', /Write a year/],
  ['excerpt:#12', '#12', /no id/],
  ['memo:""', '""', /nothing between/],
])('%s is refused where it goes wrong', (text, about, reason) => {
  const parsed = parseQuery(text, names)
  if (parsed.ok) throw new Error('it was read')
  expect(parsed.reason).toMatch(reason)
  expect(text.slice(parsed.from, parsed.to)).toBe(about)
})

test('whatever is typed is read or refused with a place in it, and never slowly', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    ' and ',
    ' or ',
    ' not ',
    ' in same sentence as ',
    'actor:',
    'theme:',
    'Turkey',
    '"',
    ',',
    ':',
    'published:',
    '2017',
    ' as ',
    ' with stance ',
    'opposes',
    '#',
    '\\',
    '\u0000',
    '\ud800',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const parsed = parseQuery(text, names)
        if (parsed.ok) expect(parseQuery(printQuery(parsed.query, names), names)).toEqual(parsed)
        else expect(parsed.from <= parsed.to && parsed.to <= text.length && parsed.reason !== '').toBe(true)
      },
    ),
    { numRuns: 300 },
  )
  expect(parseQuery('('.repeat(14_000), names)).toMatchObject({ ok: false })
  expect(parseQuery('not '.repeat(3000), names)).toMatchObject({ ok: false })
})

test('what would keep a database busy for long is refused: hundreds of conditions, or of looks at what is near', () => {
  const joined = (count: number, by: string) => Array.from({ length: count }, (_, n) => `w${n}`).join(by)
  expect(parseQuery(joined(100, ' '), names)).toMatchObject({ ok: true })
  expect(parseQuery(joined(101, ' or '), names)).toMatchObject({ ok: false, reason: expect.stringContaining('100 conditions') })
  expect(parseQuery(joined(9, ' overlapping '), names)).toMatchObject({ ok: true })
  expect(parseQuery(joined(10, ' followed by '), names)).toMatchObject({ ok: false, reason: expect.stringContaining('8 times') })
  expect(parseQuery('a '.repeat(7000), names)).toMatchObject({ ok: false })
})
