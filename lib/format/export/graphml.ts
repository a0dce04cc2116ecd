import { graphmlOf } from '../graphml.ts'
import type { ExportWriter } from './format.ts'
import { meanStance, type NetworkEdge, readNetwork } from './network.ts'

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

/** The network of the excerpts in GraphML, for Gephi, visone, yEd, Cytoscape and R. */
export const writeGraphml: ExportWriter = async function* (batches, { workspace }) {
  const network = await readNetwork(batches)
  yield* graphmlOf({
    id: `w-${workspace.id}`,
    isDirected: true,
    keys: KEYS,
    nodes: network.nodes.values().map(({ id, label, sort, kind, statements }) => ({ id, values: { label, sort, kind, statements } })),
    edges: network.edges.map((edge) => ({ from: edge.from, to: edge.to, values: valuesOf(edge) })),
  })
}

function valuesOf({ sort: relation, weight, stances }: NetworkEdge): Record<string, string | number | null> {
  const { none: _, ...told } = stances
  return relation === 'speaks on' ? { relation, weight, ...told, stance: meanStance(stances) } : { relation, weight }
}
