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
  readonly agreed: { themeId: string; side: Side; adds: number }[]
  readonly opposed: { themeId: string; by: 'from' | 'to'; adds: number }[]
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
  const { actors, themes } = debateOf(positions, weigh)
  return actors.flatMap((from, at) =>
    actors.slice(at + 1).flatMap((to): Tie[] => {
      const measured = measure(from, to)
      if (measured.agreement === 0 && measured.conflict === 0) return []
      const by = divisor(norm, measured, from, to)
      return [
        {
          from: from.id,
          to: to.id,
          agreement: measured.agreement / by,
          conflict: measured.conflict / by,
          get agreed() {
            return mostFirst(themes.flatMap((themeId, place) => agreedOn(themeId, place, from, to)))
          },
          get opposed() {
            return mostFirst(themes.flatMap((themeId, place) => opposedOn(themeId, place, from, to)))
          },
        },
      ]
    }),
  )
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

/** What an actor says: how often it takes each side, by place of a theme. */
interface Speaker {
  id: string
  supports: Float64Array
  opposes: Float64Array
  /** Sum of the weights, and the length of the vector of them. */
  sum: number
  length: number
}

/** As vectors: pairs are as many as the square of actors, and each is measured over all themes. */
function debateOf(positions: readonly Position[], weigh: (position: Position) => number): { actors: Speaker[]; themes: string[] } {
  const themes = [...new Set(positions.map(({ themeId }) => themeId))].toSorted()
  const places = new Map(themes.map((id, place) => [id, place]))
  const actors = [...Map.groupBy(positions, ({ actorId }) => actorId)].map(([id, own]): Speaker => {
    const speaker = { id, supports: new Float64Array(themes.length), opposes: new Float64Array(themes.length) }
    for (const position of own) speaker[position.side][places.get(position.themeId) as number] = weigh(position)
    return { ...speaker, sum: own.reduce((sum, position) => sum + weigh(position), 0), length: Math.hypot(...own.map(weigh)) }
  })
  return { actors: actors.toSorted((a, b) => (a.id < b.id ? -1 : 1)), themes }
}

interface Measured {
  agreement: number
  conflict: number
  /** What of the activity of each lies on positions that both take. */
  sharedFrom: number
  sharedTo: number
}

function measure(from: Speaker, to: Speaker): Measured {
  let [agreement, conflict, sharedFrom, sharedTo] = [0, 0, 0, 0]
  for (let place = 0; place < from.supports.length; place++) {
    const [s, o] = [from.supports[place] as number, from.opposes[place] as number]
    const [s2, o2] = [to.supports[place] as number, to.opposes[place] as number]
    agreement += s * s2 + o * o2
    conflict += s * o2 + o * s2
    sharedFrom += (s2 > 0 ? s : 0) + (o2 > 0 ? o : 0)
    sharedTo += (s > 0 ? s2 : 0) + (o > 0 ? o2 : 0)
  }
  return { agreement, conflict, sharedFrom, sharedTo }
}

function divisor(norm: ViewSettings['norm'], { agreement, sharedFrom, sharedTo }: Measured, from: Speaker, to: Speaker): number {
  if (norm === 'average') return (from.sum + to.sum) / 2
  if (norm === 'jaccard') return from.sum - sharedFrom + (to.sum - sharedTo) + agreement
  return norm === 'cosine' ? from.length * to.length : 1
}

function agreedOn(themeId: string, place: number, from: Speaker, to: Speaker): Tie['agreed'] {
  return (['supports', 'opposes'] as const)
    .map((side) => ({ themeId, side, adds: (from[side][place] as number) * (to[side][place] as number) }))
    .filter(({ adds }) => adds > 0)
}

function opposedOn(themeId: string, place: number, from: Speaker, to: Speaker): Tie['opposed'] {
  return [
    { themeId, by: 'from' as const, adds: (from.supports[place] as number) * (to.opposes[place] as number) },
    { themeId, by: 'to' as const, adds: (from.opposes[place] as number) * (to.supports[place] as number) },
  ].filter(({ adds }) => adds > 0)
}

function mostFirst<T extends { adds: number }>(parts: readonly T[]): T[] {
  return parts.toSorted((a, b) => b.adds - a.adds)
}
