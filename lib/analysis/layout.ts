import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'

/** Where a node of a network is drawn. */
export interface Place {
  x: number
  y: number
  coalition: number | null
}

const ROUNDS = 400
/** Units of the layout that a name needs. */
const ROOM = 60

/**
 * Places nodes so that those with heavy ties are near each other (ForceAtlas2: Jacomy et al., PLoS ONE 9(6), 2014), always the same
 * way for the same network: it begins on a circle, in the order given.
 *
 * @param findsCoalitions whether communities are looked for (Louvain: Blondel et al., J. Stat. Mech. P10008, 2008)
 * @returns places between 0 and 1
 */
export function layOut(
  ids: readonly string[],
  edges: readonly { from: string; to: string; weight: number }[],
  findsCoalitions: boolean,
): Map<string, Place> {
  const graph = graphOf(ids, edges)
  if (graph.size > 0) forceAtlas2.assign(graph, { iterations: ROUNDS, settings: { ...forceAtlas2.inferSettings(graph), ...SETTINGS } })
  spread(graph)
  noverlap.assign(graph, { maxIterations: 200, settings: { margin: ROOM / 4, ratio: 1 } })
  const coalitions = findsCoalitions && graph.size > 0 ? coalitionsOf(graph) : new Map<string, number>()
  return fitted(graph, coalitions)
}

const SETTINGS = {
  barnesHutOptimize: false,
  strongGravityMode: true,
  gravity: 0.05,
  scalingRatio: 12,
  edgeWeightInfluence: 0.6,
  slowDown: 4,
}

function graphOf(ids: readonly string[], edges: readonly { from: string; to: string; weight: number }[]): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const [at, id] of ids.entries()) {
    const angle = (2 * Math.PI * at) / ids.length
    graph.addNode(id, { x: 300 * Math.cos(angle), y: 300 * Math.sin(angle), size: ROOM / 2 })
  }
  for (const { from, to, weight } of edges) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) continue
    graph.updateEdgeWithKey([from, to].toSorted().join(' '), from, to, (known) => ({ weight: (known.weight ?? 0) + weight }))
  }
  return graph
}

/** Brings a layout of any size to one in which the room of a name means something. */
function spread(graph: UndirectedGraph): void {
  const { span } = boundsOf(graph)
  const wanted = ROOM * Math.max(4, 2 * Math.sqrt(graph.order))
  graph.updateEachNodeAttributes((_, node) => ({ ...node, x: (node.x * wanted) / span, y: (node.y * wanted) / span }))
}

/** Communities by id, the largest being 1. */
function coalitionsOf(graph: UndirectedGraph): Map<string, number> {
  const found = louvain(graph, { randomWalk: false })
  const bySize = [...Map.groupBy(Object.keys(found).toSorted(), (id) => found[id]).values()].toSorted((a, b) => b.length - a.length)
  return new Map(bySize.flatMap((ids, at) => ids.map((id): [string, number] => [id, at + 1])))
}

function fitted(graph: UndirectedGraph, coalitions: ReadonlyMap<string, number>): Map<string, Place> {
  const { left, top, width, height } = boundsOf(graph)
  return new Map(
    graph.mapNodes((id, { x, y }): [string, Place] => [
      id,
      {
        x: width === 0 ? 0.5 : (x - left) / width,
        y: height === 0 ? 0.5 : (y - top) / height,
        coalition: coalitions.get(id) ?? null,
      },
    ]),
  )
}

function boundsOf(graph: UndirectedGraph): { left: number; top: number; width: number; height: number; span: number } {
  const [xs, ys] = [graph.mapNodes((_, { x }) => x as number), graph.mapNodes((_, { y }) => y as number)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  return { left, top, width, height, span: Math.max(width, height) || 1 }
}
