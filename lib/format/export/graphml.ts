import { xmlAttribute, xmlText } from '#/lib/format/codebook/xml-escape.ts'
import type { ExportWriter } from './format.ts'
import { meanStance, readNetwork } from './network.ts'

const KEYS = [
  ['label', 'node', 'string'],
  ['sort', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['statements', 'node', 'int'],
  ['relation', 'edge', 'string'],
  ['weight', 'edge', 'double'],
  ['supports', 'edge', 'int'],
  ['opposes', 'edge', 'int'],
  ['neutral', 'edge', 'int'],
  ['mixed', 'edge', 'int'],
  ['stance', 'edge', 'double'],
] as const

/** The network of the excerpts in GraphML (graphml.graphdrawing.org, 2002), for Gephi, visone, yEd, Cytoscape and R. */
export const writeGraphml: ExportWriter = async function* (batches, { workspace }) {
  const network = await readNetwork(batches)
  const keys = KEYS.map(([name, of, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys.join('')}` +
    `<graph id="${xmlAttribute(`w-${workspace.id}`)}" edgedefault="directed">\n`
  for (const { id, label, sort, kind, statements } of network.nodes.values())
    yield `<node id="${id}">${data('node', { label, sort, kind, statements })}</node>\n`
  for (const [i, { from, to, sort: relation, weight, stances }] of network.edges.entries()) {
    const { none: _, ...told } = stances
    const said = relation === 'speaks on' ? { ...told, stance: meanStance(stances) } : {}
    yield `<edge id="e${i}" source="${from}" target="${to}">${data('edge', { relation, weight, ...said })}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

function data(of: 'node' | 'edge', values: Record<string, string | number | null>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null || value === '' ? '' : `<data key="${of}-${name}">${xmlText(String(value))}</data>`))
    .join('')
}
