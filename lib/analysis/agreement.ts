import type { ViewSettings } from './view.ts'

/** Stances that can be shared or opposed. Neutral, mixed and unrecorded ones say nothing of agreement. */
export type Side = 'supports' | 'opposes'

/** How often an actor takes a side on a theme, as a source. */
export interface Position {
  actorId: string
  themeId: string
  side: Side
  statements: number
  /** Documents these stand in. */
  documents: number
}

/** What two actors have in common and what divides them. */
export interface Tie {
  from: string
  to: string
  /** Weights as the norm leaves them; 0: none. */
  agreement: number
  conflict: number
  /** What both say, and what one supports that the other opposes (`by`: who supports), each with what it adds; the most first. */
  agreed: { themeId: string; side: Side; adds: number }[]
  opposed: { themeId: string; by: 'from' | 'to'; adds: number }[]
}

interface Measured extends Tie {
  /** What of the activity of each lies on positions that both take. */
  shared: { from: number; to: number }
}

/**
 * The congruence and the conflict network of Discourse Network Analyzer: actors are tied by every theme on which they take the same
 * side, or opposite ones, weighing the product of how often each does (Leifeld, "Discourse Network Analysis", Oxford Handbook of
 * Political Networks, 2017). The norm divides by how much they say:
 *
 * - `average`: the mean of the two sums of weights
 * - `jaccard`: positions that only one takes, plus the products of those both take
 * - `cosine`: the product of the lengths of both vectors of positions, so that agreement is from 0 to 1
 *
 * @returns one tie per pair that has any agreement or conflict, each pair once
 */
export function agreementTies(positions: readonly Position[], { weight, norm }: Pick<ViewSettings, 'weight' | 'norm'>): Tie[] {
  const weigh = (position: Position) => (weight === 'once' ? 1 : weight === 'document' ? position.documents : position.statements)
  const taken = positions.map((position) => ({ ...position, weight: weigh(position) }))
  const ties = new Map<string, Measured>()
  for (const onTheme of Map.groupBy(taken, ({ themeId }) => themeId).values())
    for (const [at, one] of onTheme.entries())
      for (const other of onTheme.slice(at + 1)) if (one.actorId !== other.actorId) add(tieOf(ties, one, other), one, other)
  const activity = activities(taken)
  return [...ties.values()].map((tie) => {
    const by = divisor(norm, tie, activity.get(tie.from) as Activity, activity.get(tie.to) as Activity)
    const { shared: _, ...rest } = tie
    return {
      ...rest,
      agreement: tie.agreement / by,
      conflict: tie.conflict / by,
      agreed: mostFirst(tie.agreed),
      opposed: mostFirst(tie.opposed),
    }
  })
}

/**
 * The positions of the actors who take most sides: pairs grow with the square of actors, and a picture shows a few.
 *
 * @param actors how many to keep
 */
export function mostActive(positions: readonly Position[], actors: number): Position[] {
  const byActor = [...Map.groupBy(positions, ({ actorId }) => actorId)]
  const taken = ([, own]: (typeof byActor)[number]) => own.reduce((sum, { statements }) => sum + statements, 0)
  return byActor
    .toSorted((a, b) => taken(b) - taken(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, actors)
    .flatMap(([, own]) => own)
}

type Taken = Position & { weight: number }

function tieOf(ties: Map<string, Measured>, one: Taken, other: Taken): Measured {
  const [from, to] = one.actorId < other.actorId ? [one.actorId, other.actorId] : [other.actorId, one.actorId]
  const key = `${from} ${to}`
  const known = ties.get(key) ?? { from, to, agreement: 0, conflict: 0, agreed: [], opposed: [], shared: { from: 0, to: 0 } }
  ties.set(key, known)
  return known
}

function add(tie: Measured, one: Taken, other: Taken): void {
  const [first, second] = one.actorId === tie.from ? [one, other] : [other, one]
  const product = first.weight * second.weight
  if (first.side !== second.side) {
    tie.conflict += product
    tie.opposed.push({ themeId: one.themeId, by: first.side === 'supports' ? 'from' : 'to', adds: product })
    return
  }
  tie.agreement += product
  tie.agreed.push({ themeId: one.themeId, side: first.side, adds: product })
  tie.shared.from += first.weight
  tie.shared.to += second.weight
}

function mostFirst<T extends { adds: number }>(parts: readonly T[]): T[] {
  return parts.toSorted((a, b) => b.adds - a.adds)
}

/** Sum of an actor's weights, and the length of the vector of them. */
interface Activity {
  sum: number
  length: number
}

function activities(taken: readonly Taken[]): Map<string, Activity> {
  const byActor = Map.groupBy(taken, ({ actorId }) => actorId)
  return new Map(
    [...byActor].map(([id, own]) => [
      id,
      { sum: own.reduce((sum, { weight }) => sum + weight, 0), length: Math.hypot(...own.map(({ weight }) => weight)) },
    ]),
  )
}

function divisor(norm: ViewSettings['norm'], { agreement, shared }: Measured, from: Activity, to: Activity): number {
  if (norm === 'average') return (from.sum + to.sum) / 2
  if (norm === 'jaccard') return from.sum - shared.from + (to.sum - shared.to) + agreement
  return norm === 'cosine' ? from.length * to.length : 1
}
