import { xmlAttribute, xmlText } from './codebook/xml-escape.ts'

type Values = Readonly<Record<string, string | number | null>>

/** A network to be written. Values that are empty or null are left out. */
export interface GraphmlNetwork {
  id: string
  isDirected: boolean
  /** What nodes and edges have values of. */
  keys: readonly (readonly [name: string, of: 'node' | 'edge', type: 'string' | 'int' | 'double'])[]
  nodes: Iterable<{ id: string; values: Values }>
  edges: Iterable<{ from: string; to: string; values: Values }>
}

/** GraphML (graphml.graphdrawing.org, 2002), piece by piece. */
export function* graphmlOf({ id, isDirected, keys, nodes, edges }: GraphmlNetwork): Generator<string> {
  const declared = keys.map(([name, of, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${declared.join('')}` +
    `<graph id="${xmlAttribute(id)}" edgedefault="${isDirected ? 'directed' : 'undirected'}">\n`
  for (const node of nodes) yield `<node id="${node.id}">${data('node', node.values)}</node>\n`
  let nth = 0
  for (const { from, to, values } of edges) yield `<edge id="e${nth++}" source="${from}" target="${to}">${data('edge', values)}</edge>\n`
  yield '</graph>\n</graphml>\n'
}

function data(of: 'node' | 'edge', values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null || value === '' ? '' : `<data key="${of}-${name}">${xmlText(String(value))}</data>`))
    .join('')
}
