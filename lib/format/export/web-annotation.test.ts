import { expect, test } from 'vitest'
import { checkAnnotationCollection, checkWebAnnotation } from '#/tests/support/check-web-annotation.ts'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { ARABIC, ENGLISH, ENGLISH_ORIGINAL, SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { toAnnotation, writeWebAnnotations } from './web-annotation.ts'

async function exported(...batches: (typeof SAMPLE_EXCERPTS)[]) {
  return JSON.parse(new TextDecoder().decode(await collectBytes(writeWebAnnotations(eventually(...batches), EXPORT_CONTEXT))))
}

test('a collection with one page, valid by the rules of the Recommendation', async () => {
  const collection = await exported(SAMPLE_EXCERPTS.slice(0, 1), SAMPLE_EXCERPTS.slice(1))
  expect(checkAnnotationCollection(collection)).toEqual([])
  expect(collection.total).toBe(4)
  expect(collection.first.items).toHaveLength(4)
  expect(collection.first.partOf).toBe(collection.id)
  expect(collection['interline:filter']).toBe('stance=supports')
})

test('an export of nothing is valid too', async () => {
  const collection = await exported()
  expect(checkAnnotationCollection(collection)).toEqual([])
  expect(collection.total).toBe(0)
})

test.each([
  [0, ENGLISH],
  [1, ARABIC],
  [2, ENGLISH],
])('selectors of excerpt %i count code points and give the exact words', (n, text) => {
  const excerpt = SAMPLE_EXCERPTS[n]!
  const [words, position] = toAnnotation(excerpt, EXPORT_CONTEXT).target.selector as unknown as [
    Record<string, string>,
    Record<string, number>,
  ]
  const shown = text.replaceAll('\u2028', '\n')
  expect([...shown].slice(position.start, position.end).join('')).toBe(words.exact)
  expect(shown.slice(position['interline:startUtf16'], position['interline:endUtf16'])).toBe(words.exact)
  expect(shown).toContain((words.prefix ?? '') + words.exact + (words.suffix ?? ''))
})

test('the words of the original are a resource of their own, found by quote and position', () => {
  const { target } = toAnnotation(SAMPLE_EXCERPTS[0]!, EXPORT_CONTEXT)
  const original = target['interline:original']!
  expect(original).toMatchObject({
    source: 'https://interline.example/api/originals/0195a000-0000-7000-8000-0000000000dd/text?edition=1',
    'interline:edition': 1,
  })
  const [words, position] = original.selector as unknown as [{ exact: string }, { start: number; end: number }]
  expect(words.exact).toBe('said “the line is open”\nand')
  expect([...ENGLISH_ORIGINAL.replaceAll('\u2028', '\n')].slice(position.start, position.end).join('')).toBe(words.exact)
  expect(toAnnotation(SAMPLE_EXCERPTS[1]!, EXPORT_CONTEXT).target).not.toHaveProperty('interline:original')
})

test('tags: actors with roles, themes with stances, labels for simple readers, memo as comment', () => {
  const { body } = toAnnotation(SAMPLE_EXCERPTS[0]!, EXPORT_CONTEXT)
  expect(body).toEqual([
    expect.objectContaining({
      purpose: 'identifying',
      'interline:role': 'interline:source',
      source: expect.objectContaining({ label: 'Russian MoD', 'interline:kind': 'military' }),
    }),
    expect.objectContaining({ purpose: 'identifying', 'interline:role': 'interline:recipient' }),
    expect.objectContaining({
      purpose: 'tagging',
      'interline:stance': 'interline:supports',
      source: expect.objectContaining({ 'interline:path': ['Deconfliction', 'Hotline'] }),
    }),
    { type: 'TextualBody', purpose: 'tagging', value: 'Russian MoD', format: 'text/plain' },
    { type: 'TextualBody', purpose: 'tagging', value: 'Smith; Jones & Co "Ltd"', format: 'text/plain' },
    { type: 'TextualBody', purpose: 'tagging', value: 'Hotline', format: 'text/plain' },
    { type: 'TextualBody', purpose: 'commenting', value: '=HYPERLINK("https://example.org")\nsecond line', format: 'text/plain' },
  ])
})

test('what a statement says about its event is on the annotation; the collection names the codebook', async () => {
  expect(toAnnotation(SAMPLE_EXCERPTS[0]!, EXPORT_CONTEXT)).toMatchObject({
    'interline:status': 'interline:planned',
    'interline:certainty': 'interline:probable',
    'interline:eventDate': '2017-03-14/2017-03~',
    'interline:place': {
      'schema:name': 'Hmeimim, "Latakia"',
      'schema:geo': { 'schema:latitude': 35.4, 'schema:longitude': -0.5 },
      'interline:precision': 'interline:near',
    },
    'interline:reportedBy': [
      { label: 'Meridian Wire' },
      { id: 'urn:uuid:0195a000-0000-7000-8000-000000000065', type: 'interline:Actor', label: 'Russian MoD' },
    ],
  })
  expect(Object.keys(toAnnotation(SAMPLE_EXCERPTS[1]!, EXPORT_CONTEXT)).filter((key) => key.startsWith('interline:'))).toEqual([])
  expect(await exported()).toMatchObject({ 'interline:codebookVersion': 7, 'interline:codebookName': 'Pilot' })
})

test('source, author and times', () => {
  const annotation = toAnnotation(SAMPLE_EXCERPTS[1]!, EXPORT_CONTEXT)
  expect(annotation).toMatchObject({
    created: '2017-03-14T11:12:13.456Z',
    modified: '2017-03-15T08:00:00.000Z',
    creator: { name: 'Layla Haddad', type: 'Person' },
  })
  expect(annotation.target.source).toEqual({
    id: `https://interline.example/w/${EXPORT_CONTEXT.workspace.id}/documents/0195a000-0000-7000-8000-0000000000d2`,
    type: 'Text',
    format: 'text/plain',
    language: 'ar',
    textDirection: 'rtl',
    'dcterms:title': 'الخط الساخن',
    'dcterms:creator': 'س. علي',
  })
})

test('an excerpt without tags has no body; a detached passage has no position', () => {
  expect(toAnnotation(SAMPLE_EXCERPTS[2]!, EXPORT_CONTEXT)).not.toHaveProperty('body')
  const { target } = toAnnotation(SAMPLE_EXCERPTS[3]!, EXPORT_CONTEXT)
  expect(target.selector).toEqual([{ type: 'TextQuoteSelector', exact: 'talks' }])
  expect(target).toMatchObject({ 'interline:state': 'detached' })
})

// The checker itself: what it must refuse.
const good = { '@context': 'http://www.w3.org/ns/anno.jsonld', ...toAnnotation(SAMPLE_EXCERPTS[0]!, EXPORT_CONTEXT) }
test.each([
  ['no context', { '@context': 'http://example.org/x' }, '@context'],
  ['no IRI as id', { id: 'abc' }, 'id'],
  ['another type', { type: 'Note' }, 'type'],
  ['no target', { target: undefined }, 'target'],
  ['body twice', { bodyValue: 'x' }, 'body and bodyValue'],
  ['a time without zone', { created: '2017-03-14T11:12:13' }, 'created'],
  ['an unknown motivation', { motivation: 'gossiping' }, 'motivation'],
  ['a body without value', { body: { type: 'TextualBody' } }, 'TextualBody'],
  ['a selector without words', { target: { source: 'http://example.org/', selector: { type: 'TextQuoteSelector' } } }, 'exact'],
  [
    'a position backwards',
    { target: { source: 'http://example.org/', selector: { type: 'TextPositionSelector', start: 5, end: 2 } } },
    'start and end',
  ],
  ['two sources', { target: { type: 'SpecificResource', source: ['http://a.example/', 'http://b.example/'] } }, 'exactly one source'],
])('the checker refuses %s', (_, change, words) => {
  expect(checkWebAnnotation(good)).toEqual([])
  expect(checkWebAnnotation({ ...good, ...change }).join()).toContain(words)
})
