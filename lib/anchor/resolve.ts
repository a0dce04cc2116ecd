import type { AliasLog } from '#/lib/anchor/alias.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import { type Living, type LivingPart, livingBodies } from '#/lib/anchor/living-bodies.ts'
import { Membership } from '#/lib/anchor/membership.ts'
import { ONE_TYPING } from '#/lib/anchor/neighbours.ts'
import type { IdRun, Placement } from '#/lib/annotation/model.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'

/** So many dead pieces at one place are looked at for words that were moved away from there. */
const MOST_DEAD = 100

/** Formats that may stand between two neighbouring characters and count like characters. */
const MOST_FORMATS = 16

/** Some neighbouring characters of a passage that live, in flat indexes. */
interface Part {
  from: number
  to: number
  /** How many of them were tagged. */
  tagged: number
  /** Whether they stand where they were when they were tagged, not where somebody has moved them. */
  home: boolean
}

/** What has become of the tagged characters. */
interface Remains {
  parts: Part[]
  /** Where dead ones stood, or one of their bodies did: flat index, and whether that was at home. */
  tombstones: Map<number, boolean>
  /** Bodies that died, and whether at home. */
  dead: { run: IdRun; home: boolean }[]
  missing: number
}

/**
 * Where the passage with these characters is now. Its characters are those that were tagged and those that came to belong
 * to them (see membership.ts); it reaches from the first of them that lives to the last. Dead ones are followed to the body
 * that lives elsewhere. A passage that was torn, parts of it moved away from the rest, stands where most of it is.
 */
export function resolveRuns(index: IdIndex, runs: readonly IdRun[], log: AliasLog): Placement {
  const remains: Remains = { parts: [], tombstones: new Map(), dead: [], missing: 0 }
  for (const run of runs) collect(index, log, run, remains)
  const place = isEnclosed(index, log, runs, remains) ? span(remains.parts) : restored(index, log, runs, remains)
  const { base } = index
  if (place) {
    const inside = remains.parts.filter(({ from, to }) => from < place.to && to > place.from)
    const survival = Math.min(1, tagged(inside) / runs.reduce((sum, run) => sum + run[2], 0))
    return { state: 'anchored', start: Math.max(0, place.from - base), end: place.to - base, survival }
  }
  if (remains.missing > 0) return { state: 'pending' }
  const [near] = [...remains.tombstones].find(([, home]) => home) ?? [...remains.tombstones][0] ?? [null]
  return { state: 'orphan', near: near === null ? null : Math.max(0, near - base) }
}

function collect(index: IdIndex, log: AliasLog, [client, clock, length]: IdRun, remains: Remains): void {
  const take = (flat: number, count: number, home: boolean) => {
    remains.parts.push({ from: flat, to: flat + count, tagged: count, home })
  }
  for (const piece of index.pieces(client, clock, length)) {
    if (piece.state === 'alive') {
      take(piece.flat!, piece.length, true)
    } else if (piece.state === 'unknown') {
      remains.missing += piece.length
    } else {
      const dead: IdRun = [client, piece.clock, piece.length]
      const living = livingBodies(index, log, dead)
      for (const { flat, length: count, home } of living.parts) take(flat, count, home)
      for (const tombstone of living.tombstones) bury(remains, tombstone)
      remains.missing += living.unknown
    }
  }
}

/** Whether both ends live as they were first typed, and nothing of it elsewhere or in its stead: all that is the passage's then stands between them. */
function isEnclosed(index: IdIndex, log: AliasLog, runs: readonly IdRun[], { parts, dead }: Remains): boolean {
  const [first, last] = [runs[0], runs.at(-1)]
  const lives = (client: number, clock: number) =>
    index.pieces(client, clock, 1)[0]?.state === 'alive' && log.bodies.families([client, clock, 1])[0]!.bodies.length === 1
  return (
    first !== undefined &&
    last !== undefined &&
    parts.every(({ home }) => home) &&
    dead.every(({ run }) => log.successors(run).length === 0) &&
    lives(first[0], first[1]) &&
    lives(last[0], last[1] + last[2] - 1)
  )
}

function bury({ tombstones, dead }: Remains, { run, flat, home }: Living['tombstones'][number]): void {
  tombstones.set(flat, home || (tombstones.get(flat) ?? false))
  dead.push({ run, home })
}

/** The place of a passage that has lost some of its characters. */
function restored(index: IdIndex, log: AliasLog, runs: readonly IdRun[], remains: Remains): Part | null {
  const passage = new Membership(index, log, runs)
  const isIts = (flat: number) => {
    const id = index.idAt(flat)
    return id !== null && passage.has(id)
  }
  // Also where those died that live now as what was tagged.
  for (const run of runs) for (const tombstone of livingBodies(index, log, run).tombstones) bury(remains, tombstone)
  succeed(index, log, passage, remains)
  remains.parts.push(...movedAway(index, log, remains, isIts))
  const isOwn = (flat: number) => !isMark(index, flat) && passage.owns(index.idAt(flat)!)
  const isWhole = tagged(remains.parts) === runs.reduce((sum, run) => sum + run[2], 0)
  // Marks are no words: a passage of which only they are left is an orphan, and where they were moved to says nothing.
  const words = (parts: readonly Part[]) => parts.flatMap((part) => trimmed(index, part) ?? [])
  const living = words(remains.parts)
  const seeds = [...remains.tombstones].map(([flat, home]): Part => ({ from: flat, to: flat, tagged: 0, home }))
  const placed = (homeIsOne: boolean) => {
    // Whatever stands between parts at home came between them: they are one.
    const home = homeIsOne && span(living.filter((part) => part.home))
    const rest = home ? [home, ...living.filter((part) => !part.home)] : living
    return largest(joined(index, words(grown([...rest, ...seeds], isIts)), isIts, homeIsOne), isOwn)
  }
  const together = placed(true)
  const wasMoved = runs.some((run) =>
    livingBodies(index, log, run).parts.some((part) => !isMark(index, part.flat) && hasMoved(log, run, part)),
  )
  // Moved and brought back, words can stand away from what was typed among them: home is then no one place.
  const place = together && wasMoved && isMostlyForeign(index, together, isIts) ? placed(false) : together
  return place && isWhole ? stretched(place, isIts) : place
}

/** Whether some of a run's living characters were ever put elsewhere, wherever they are now. */
function hasMoved(log: AliasLog, [client, clock]: IdRun, { offset, length }: LivingPart): boolean {
  return log.bodies.families([client, clock + offset, length]).some(({ bodies }) => bodies.some(({ site }) => site !== 0))
}

/** Whether more than half of the words of a part are not the passage's. */
function isMostlyForeign(index: IdIndex, { from, to }: Part, isIts: (flat: number) => boolean): boolean {
  const words = Array.from({ length: to - from }, (_, i) => from + i).filter((flat) => !isMark(index, flat))
  return words.filter(isIts).length < words.length / 2
}

/** Takes in what was typed in place of dead characters, and in place of that, wherever others who typed there too left it. */
function succeed(index: IdIndex, log: AliasLog, passage: Membership, remains: Remains): void {
  const seen = new Set<string>()
  const walked = new Set<string>()
  // Grows while it is walked.
  for (const { run, home } of remains.dead) {
    for (const [client, clock] of log.successors(run)) {
      if (seen.has(`${client}:${clock}`)) continue
      seen.add(`${client}:${clock}`)
      for (let at = clock, last = clock; at <= last + ONE_TYPING; at++) {
        // Many may begin in one typing; what follows was gone through from the one before.
        if (walked.has(`${client}:${at} ${home}`)) break
        // What was put elsewhere right after it was typed has its new identities here too.
        if (!isFirstBody(log, client, at) || !passage.succeeds([client, at])) continue
        walked.add(`${client}:${at} ${home}`)
        last = at
        const living = livingBodies(index, log, [client, at, 1])
        // It was put where what it stands for was.
        for (const part of living.parts)
          remains.parts.push({ from: part.flat, to: part.flat + part.length, tagged: 0, home: home && part.home })
        for (const tombstone of living.tombstones) bury(remains, { ...tombstone, home: home && tombstone.home })
      }
    }
  }
}

/** Whether characters were typed under this identity, not brought back or moved. */
function isFirstBody(log: AliasLog, client: number, clock: number): boolean {
  const first = log.bodies.families([client, clock, 1])[0]!.bodies[0]!
  return first.client === client && first.clock === clock
}

/** What was typed into the passage, died where it was and lives elsewhere, because somebody moved it or brought it back. */
function movedAway(index: IdIndex, log: AliasLog, { tombstones }: Remains, isIts: (flat: number) => boolean): Part[] {
  return [...tombstones].flatMap(([flat, home]) =>
    index
      .deadBefore(flat)
      .slice(0, MOST_DEAD)
      .flatMap((run) => livingBodies(index, log, run).parts)
      .filter((part) => isIts(part.flat))
      .map((part) => ({ from: part.flat, to: part.flat + 1, tagged: 0, home: home && part.home })),
  )
}

/** Parts with all of the passage that stands right beside them: typed inside it, or in its stead. Those that meet are one. */
function grown(parts: readonly Part[], isIts: (flat: number) => boolean): Part[] {
  const whole: Part[] = []
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && part.from <= last.to) {
      whole[whole.length - 1] = stretched(span([last, part])!, isIts)
    } else {
      whole.push(stretched(part, isIts))
    }
  }
  return whole.filter(({ from, to }) => from < to)
}

function stretched({ from, to, ...rest }: Part, isIts: (flat: number) => boolean): Part {
  while (from > 0 && isIts(from - 1)) from--
  while (isIts(to)) to++
  return { from, to, ...rest }
}

/** Joins parts between which nothing foreign stands, and, where `homeIsOne`, all that are at home: what is between those came between them. */
function joined(index: IdIndex, parts: readonly Part[], isIts: (flat: number) => boolean, homeIsOne = true): Part[] {
  const living = parts.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from || a.to - b.to)
  const home = span(living.filter((part) => part.home))
  const whole: Part[] = []
  for (const part of living) {
    const last = whole.at(-1)
    let at = last?.to ?? 0
    const meets = (other: Part) => {
      while (at < other.from && (isMark(index, at) || isIts(at))) at++
      return at >= other.from
    }
    const bothInHome = homeIsOne && last && home && last.to > home.from && part.from < home.to
    if (last && (bothInHome || meets(part) || putTogether(index, last, part))) whole[whole.length - 1] = span([last, part])!
    else whole.push(part)
  }
  return whole
}

/** Whether two parts were carried to where they are in one go: their ids are as far apart as they are, or a few formats more. */
function putTogether(index: IdIndex, before: Part, after: Part): boolean {
  if (before.home || after.home) return false
  const [a, b] = [index.idAt(before.to - 1)!, index.idAt(after.from)!]
  const distance = after.from - before.to + 1
  return a[0] === b[0] && b[1] - a[1] >= distance && b[1] - a[1] <= 2 * distance + MOST_FORMATS
}

/** The part with most of the passage, without what was carried into it; of equal ones the one at home, or else the first. */
function largest(parts: readonly Part[], isOwn: (flat: number) => boolean): Part | null {
  if (parts.length < 2) return parts[0] ?? null
  const sizes = parts.map(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i).filter(isOwn).length)
  const most = Math.max(...sizes)
  const best = parts.filter((_, i) => sizes[i] === most)
  return best.find(({ home }) => home) ?? best[0]!
}

/** Whether a character is no word: a paragraph mark or a line break. */
function isMark(index: IdIndex, flat: number): boolean {
  return index.isOpener(flat) || index.slice(flat, flat + 1) === LINE_BREAK
}

/** How many tagged characters live in some parts. */
function tagged(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.tagged, 0)
}

/** From the first of some parts to the last. */
function span(parts: readonly Part[]): Part | null {
  return parts.reduce<Part | null>(
    (all, part) => ({
      from: Math.min(part.from, all?.from ?? part.from),
      to: Math.max(part.to, all?.to ?? part.to),
      tagged: part.tagged + (all?.tagged ?? 0),
      home: part.home || (all?.home ?? false),
    }),
    null,
  )
}

/** A part without the marks at its ends; null when nothing else is left. */
function trimmed(index: IdIndex, { from, to, ...rest }: Part): Part | null {
  while (to > from && isMark(index, from)) from++
  while (to > from && isMark(index, to - 1)) to--
  return to > from ? { from, to, ...rest } : null
}
