import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { fromWebAnnotation } from './from-web-annotation.ts'

const BASE = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' }
const [ACTOR, THEME] = [newId(), newId()]
const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: 'a ', suffix: ' b' })
const position = { type: 'TextPositionSelector', start: 3, end: 9 }
const about = (selector: unknown, more: object = {}) =>
  fromWebAnnotation({ ...BASE, target: { source: 'http://x.test/d', selector }, ...more })
const target = (selector: unknown) => {
  const read = about(selector)
  return read.ok ? read.annotation.target : read.reason
}

test('a position says where, in code points, and the quote beside it what is expected there', () => {
  expect(target(position)).toEqual({ start: 3, end: 9, unit: 'point' })
  expect(target([quote('Moscow'), position])).toEqual({ start: 3, end: 9, unit: 'point', exact: 'Moscow' })
  // Line breaks within a paragraph are written as \n there and kept as U+2028 here.
  expect(target([quote('two\nlines'), position])).toEqual({ start: 3, end: 9, unit: 'point' })
  expect(target(quote('Moscow'))).toEqual({ exact: 'Moscow', prefix: 'a ', suffix: ' b' })
})

test('bodies name actors and themes by their ids; plain tags are left aside, comments are the memo', () => {
  const body = [
    {
      type: 'SpecificResource',
      purpose: 'identifying',
      source: { id: `urn:uuid:${ACTOR}`, type: 'interline:Actor' },
      'interline:role': 'interline:source',
    },
    { type: 'SpecificResource', purpose: 'identifying', source: { id: `urn:uuid:${ACTOR}`, type: 'interline:Actor' } },
    {
      type: 'SpecificResource',
      purpose: 'tagging',
      source: { id: `urn:uuid:${THEME}`, type: 'skos:Concept' },
      'interline:stance': 'interline:opposes',
    },
    { type: 'TextualBody', purpose: 'tagging', value: 'A plain tag' },
    { type: 'TextualBody', purpose: 'commenting', value: 'One.' },
    { type: 'TextualBody', purpose: 'commenting', value: 'Two.' },
  ]
  expect(about(position, { body, 'interline:status': 'interline:negated', 'interline:eventDate': '2017' })).toMatchObject({
    ok: true,
    annotation: {
      actors: [
        { id: ACTOR, role: 'source' },
        { id: ACTOR, role: 'mentioned' },
      ],
      themes: [{ id: THEME, stance: 'opposes' }],
      facts: { status: 'negated', date: '2017' },
      memo: 'One.\n\nTwo.',
    },
  })
})

test.each([
  [null, 'is no object'],
  [{ type: 'Annotation', target: 'http://x.test' }, '@context'],
  [{ ...BASE, target: 'http://x.test' }, 'no target with a selector'],
  [{ ...BASE, target: [{ source: 'http://x.test' }, { source: 'http://y.test' }] }, 'several'],
  [{ ...BASE, target: { source: 'http://x.test', selector: { type: 'CssSelector', value: 'p' } } }, 'neither'],
])('%o is refused: %s', (given, words) => {
  const read = fromWebAnnotation(given)
  expect(read.ok ? '' : read.reason).toContain(words)
})
