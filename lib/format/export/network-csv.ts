import { csvTable } from './csv-record.ts'
import type { ExportWriter } from './format.ts'
import { actorPath, meanStance, type Network, readNetwork } from './network.ts'
import type { Cell } from './tidy-rows.ts'
import { zipStream } from './zip-stream.ts'

const NODE_COLUMNS = ['Id', 'Label', 'Sort', 'Kind', 'Path', 'Statements']
const EDGE_COLUMNS = ['Source', 'Target', 'Type', 'Weight', 'Relation', 'Supports', 'Opposes', 'Neutral', 'Mixed', 'Stance']

/** The network of the excerpts as two tables, with the headers Gephi knows: nodes.csv and edges.csv in a ZIP archive. */
export const writeNetworkCsv: ExportWriter = async function* (batches, { codebook, escapeFormulas }) {
  const network = await readNetwork(batches)
  yield* zipStream([
    { path: 'nodes.csv', chunks: csvTable(NODE_COLUMNS, nodeRows(network, codebook), escapeFormulas) },
    { path: 'edges.csv', chunks: csvTable(EDGE_COLUMNS, edgeRows(network), escapeFormulas) },
  ])
}

function* nodeRows(network: Network, codebook: Parameters<typeof actorPath>[0]): Generator<Cell[]> {
  for (const { id, label, sort, kind, statements } of network.nodes.values())
    yield [id, label, sort, kind, sort === 'actor' ? actorPath(codebook, id) : label, statements]
}

function* edgeRows(network: Network): Generator<Cell[]> {
  for (const { from, to, sort, weight, stances } of network.edges) {
    const said = sort === 'speaks on' ? [stances.supports, stances.opposes, stances.neutral, stances.mixed, meanStance(stances)] : []
    yield [from, to, 'Directed', weight, sort, ...said]
  }
}
