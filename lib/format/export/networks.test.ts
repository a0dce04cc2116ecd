import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { unzipped } from '#/tests/support/unzipped.ts'
import type { ExportWriter } from './format.ts'
import { writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'
import { writeNetworkCsv } from './network-csv.ts'
import { writeUcinet } from './ucinet-dl.ts'

const [FIRST, , PLAIN] = SAMPLE_EXCERPTS as [Excerpt, Excerpt, Excerpt]
/** The same people on the same theme again, against it. */
const AGAINST: Excerpt = { ...FIRST, themes: FIRST.themes.map((theme) => ({ ...theme, stance: 'opposes' as const })) }
const EXCERPTS = [...SAMPLE_EXCERPTS, AGAINST]

const written = (write: ExportWriter, excerpts = EXCERPTS) =>
  collectBytes(write(eventually(excerpts.slice(0, 1), excerpts.slice(1)), EXPORT_CONTEXT))
const text = async (write: ExportWriter, excerpts = EXCERPTS) => new TextDecoder().decode(await written(write, excerpts))

/** Elements of well-formed XML with their attributes and text. */
function elements(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: attributes as Record<string, string>, text: '' }))
  parser.on('text', (words) => {
    const last = found.at(-1)
    if (last) last.text += words
  })
  parser.write(xml).close()
  return found
}

test('GraphML: an edge per pair with how often and with which stances, and every key declared', async () => {
  const found = elements(await text(writeGraphml))
  const keys = new Set(found.filter(({ name }) => name === 'key').map(({ attributes }) => attributes.id))
  expect(found.filter(({ name }) => name === 'data').every(({ attributes }) => keys.has(attributes.key))).toBe(true)
  expect(found.filter(({ name }) => name === 'node')).toHaveLength(3)
  const edges = found.flatMap(({ name }, i) => {
    if (name !== 'edge') return []
    const end = found.findIndex((later, j) => j > i && later.name !== 'data')
    return [
      Object.fromEntries(
        found.slice(i + 1, end < 0 ? undefined : end).map(({ attributes, text: value }) => [attributes.key, value.trim()]),
      ),
    ]
  })
  expect(edges).toEqual([
    { 'edge-relation': 'addresses', 'edge-weight': '2' },
    {
      ...{ 'edge-relation': 'speaks on', 'edge-weight': '2', 'edge-stance': '0' },
      ...{ 'edge-supports': '1', 'edge-opposes': '1', 'edge-neutral': '0', 'edge-mixed': '0' },
    },
  ])
})

test('GEXF: the same, with colours, and names with every sign', async () => {
  const found = elements(await text(writeGexf))
  expect(found.filter(({ name }) => name === 'node').map(({ attributes }) => attributes.label)).toEqual([
    'Russian MoD',
    'Smith; Jones & Co "Ltd"',
    'Deconfliction > Hotline',
  ])
  expect(found.filter(({ name }) => name === 'edge').map(({ attributes }) => attributes.weight)).toEqual(['2', '2'])
  expect(found.filter(({ name }) => name === 'viz:color').at(-1)?.attributes).toEqual({ r: '61', g: '126', b: '222' })
})

test('nodes and edges as tables that fit together', async () => {
  const files = await unzipped(await written(writeNetworkCsv))
  const [, ...nodes] = parseCsv(files['nodes.csv']?.slice(1) ?? '')
  const [header = [], ...edges] = parseCsv(files['edges.csv']?.slice(1) ?? '')
  const ids = new Set(nodes.map(([id]) => id))
  expect(nodes.map((row) => [row[1], row[5]])).toEqual([
    ['Russian MoD', '3'],
    ['Smith; Jones & Co "Ltd"', '2'],
    ['Deconfliction > Hotline', '2'],
  ])
  expect(edges.every(([from, to]) => ids.has(from ?? '') && ids.has(to ?? ''))).toBe(true)
  expect(edges[1]?.slice(2)).toEqual(['Directed', '2', 'speaks on', '1', '1', '0', '0', '0'])
  expect(header.slice(0, 4)).toEqual(['Source', 'Target', 'Type', 'Weight'])
})

test('UCINET: a row per source, a column per theme, labels without quotation marks and once each', async () => {
  const twin: Excerpt = {
    ...FIRST,
    actors: [{ id: 'other', name: 'Russian  MoD', kind: 'state', role: 'source' }],
    themes: [{ id: 'quoted', path: ['"Line"'], hue: 1, stance: 'none' }],
  }
  expect(await text(writeUcinet, [...EXCERPTS, twin])).toBe(
    'dl nr = 2, nc = 2, format = fullmatrix\nrow labels:\n"Russian MoD"\n"Russian MoD 2"\ncol labels:\n"Deconfliction > Hotline"\n"\'Line\'"\ndata:\n2 0\n0 1\n',
  )
})

test('excerpts without tags make an empty network, and still a file', async () => {
  expect(elements(await text(writeGraphml, [PLAIN])).filter(({ name }) => name === 'node')).toEqual([])
  expect(await text(writeUcinet, [PLAIN])).toBe('dl nr = 0, nc = 0, format = fullmatrix\nrow labels:\ncol labels:\ndata:\n')
})
