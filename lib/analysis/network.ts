import type { Query } from '#/lib/query/query.ts'
import type { Tie } from './agreement.ts'
import { asksActors, asksThemes, type Groups } from './groups.ts'
import { layOut } from './layout.ts'
import type { ViewSettings } from './view.ts'

/** Statements from a source to a recipient. */
export interface Address {
  from: string
  to: string
  count: number
  /** Of these, those that support and those that oppose any theme. */
  supports: number
  opposes: number
  /** The theme most of them speak of; null: of none. */
  themeId: string | null
}

/** An actor of the picture. */
export interface NetworkNode {
  id: string
  /** Statements in which it has the role that the network is about. */
  statements: number
  /** Between 0 and 1, y downwards. */
  x: number
  y: number
  /** Actors that agree more with each other than with others have one number, from 1 on; null where nobody agrees. */
  coalition: number | null
}

export interface NetworkEdge {
  from: string
  to: string
  weight: number
  /** From 0 to 1: how heavy it is drawn. */
  strength: number
  /** Of who addresses whom: statements that support and that oppose any theme. Otherwise: themes on which `from` takes this side. */
  supports: number
  opposes: number
  /** What is said most along it; null: unknown. */
  themeId: string | null
  /** What it counts, beside the query of the page. */
  ask: Query
}

export interface Network {
  kind: ViewSettings['network']
  nodes: NetworkNode[]
  /** Heaviest first. */
  edges: NetworkEdge[]
  /** How many there are, those that are not drawn too. */
  total: { nodes: number; edges: number }
}

/** The most actors that can be told apart in one picture. */
const MOST_NODES = 40
/** Ties that are drawn unless more or fewer are asked for. */
const SOME_EDGES = 30

type Bare = Omit<NetworkEdge, 'strength'>

/** Who addresses whom. @param most how many ties are drawn */
export function addressNetwork(
  addresses: readonly Address[],
  statements: Readonly<Record<string, number>>,
  actors: Groups,
  most = SOME_EDGES,
): Network {
  return picture(
    'addresses',
    addresses,
    ({ count }) => count,
    statements,
    most,
    ({ count, ...address }) => ({
      ...address,
      weight: count,
      ask: { is: 'all', of: [asksActors(actors, [address.from], 'source'), asksActors(actors, [address.to], 'recipient')] },
    }),
  )
}

/** Who takes the same sides, or opposite ones. @param most how many ties are drawn */
export function tieNetwork(
  kind: 'agreement' | 'conflict',
  ties: readonly Tie[],
  statements: Readonly<Record<string, number>>,
  groups: { actors: Groups; themes: Groups },
  most = SOME_EDGES,
): Network {
  const tied = ties.filter((tie) => tie[kind] > 0)
  return picture(
    kind,
    tied,
    (tie) => tie[kind],
    statements,
    most,
    (tie) => {
      const themes = kind === 'agreement' ? tie.agreed : tie.opposed
      const sides =
        kind === 'agreement' ? tie.agreed.map(({ side }) => side) : tie.opposed.map(({ by }) => (by === 'from' ? 'supports' : 'opposes'))
      return {
        from: tie.from,
        to: tie.to,
        weight: tie[kind],
        supports: sides.filter((side) => side === 'supports').length,
        opposes: sides.filter((side) => side === 'opposes').length,
        themeId: themes[0]?.themeId ?? null,
        ask: kind === 'agreement' ? agreementAsk(tie, groups) : conflictAsk(tie, groups),
      }
    },
  )
}

/** What both say: statements of either on the themes on which both take the same side. */
function agreementAsk({ from, to, agreed }: Tie, { actors, themes }: { actors: Groups; themes: Groups }): Query {
  const sides = (['supports', 'opposes'] as const).flatMap((side): Query[] => {
    const on = agreed.filter((one) => one.side === side).map(({ themeId }) => themeId)
    return on.length > 0 ? [asksThemes(themes, on, [side])] : []
  })
  return { is: 'all', of: [asksActors(actors, [from, to], 'source'), oneOrAny(sides)] }
}

/** What divides them: statements of each on the themes on which they take opposite sides. */
function conflictAsk({ from, to, opposed }: Tie, { actors, themes }: { actors: Groups; themes: Groups }): Query {
  const parts = (['from', 'to'] as const).flatMap((by): Query[] => {
    const on = opposed.filter((one) => one.by === by).map(({ themeId }) => themeId)
    if (on.length === 0) return []
    const [supporter, opponent] = by === 'from' ? [from, to] : [to, from]
    return [
      { is: 'all', of: [asksActors(actors, [supporter], 'source'), asksThemes(themes, on, ['supports'])] },
      { is: 'all', of: [asksActors(actors, [opponent], 'source'), asksThemes(themes, on, ['opposes'])] },
    ]
  })
  return oneOrAny(parts)
}

function oneOrAny(parts: Query[]): Query {
  return parts.length === 1 ? (parts[0] as Query) : { is: 'any', of: parts }
}

/**
 * The part of a network that can be read: the heaviest ties, and the actors at their ends.
 *
 * @param edgeOf called for what is drawn only
 */
function picture<T extends { from: string; to: string }>(
  kind: Network['kind'],
  all: readonly T[],
  weightOf: (tie: T) => number,
  statements: Readonly<Record<string, number>>,
  most: number,
  edgeOf: (tie: T) => Bare,
): Network {
  const ids = new Set<string>()
  const drawn: T[] = []
  for (const tie of all.toSorted((a, b) => weightOf(b) - weightOf(a) || compare(a.from, b.from) || compare(a.to, b.to))) {
    if (drawn.length === most) break
    const ends = new Set([tie.from, tie.to])
    if (ids.union(ends).size > MOST_NODES) continue
    for (const id of ends) ids.add(id)
    drawn.push(tie)
  }
  const edges = drawn.map(edgeOf)
  const heaviest = edges[0]?.weight ?? 1
  const places = layOut([...ids].toSorted(), edges, kind === 'agreement')
  return {
    kind,
    nodes: [...ids].map((id) => ({ id, statements: statements[id] ?? 0, ...(places.get(id) ?? { x: 0.5, y: 0.5, coalition: null }) })),
    edges: edges.map((edge) => ({ ...edge, strength: edge.weight / heaviest })),
    total: { nodes: new Set(all.flatMap(({ from, to }) => [from, to])).size, edges: all.length },
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
