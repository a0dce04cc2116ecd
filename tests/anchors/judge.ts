import type { Placement } from '#/lib/annotation/model.ts'
import { type Belonging, belonging } from './belonging.ts'
import type { Room } from './side.ts'
import type { Deed, Passage, Story } from './story.ts'
import { characters, isWord } from './text-change.ts'

/** What became of the characters and passages of a run. */
export interface Verdict {
  /** Characters of the text or ever in it. */
  characters: number
  /** Characters that must be in the text and are not; that are there more than once; that were deleted and are there. */
  lost: string[]
  doubled: string[]
  returned: string[]
  /** Passages of which words are left, and those of them that stand on exactly these. */
  living: number
  exact: number
  /** Passages on words none of which is theirs. */
  elsewhere: string[]
  /** Passages not exact, with what is wrong. */
  wrong: { id: string; why: string }[]
  /** Passages all of whose words are gone, and those shown as detached. */
  dead: number
  detached: number
  /** Passages whose words were all deleted by somebody who then took that back; and those that stand on their words again. */
  undone: number
  restored: number
}

/**
 * Holds a text and its placements against the story. `arrived`: whether a keystroke reached the others; what crashed with
 * the only machine that knew it never happened.
 */
export function judge(
  story: Story,
  start: string,
  seen: { text: string; places: ReadonlyMap<string, Placement> },
  arrived: Record<Room, ReadonlySet<number>>,
): Verdict {
  const deeds = story.deeds.filter((deed) => arrived.text.has(deed.id))
  const verdict: Verdict = {
    ...judgeCharacters(characters(start), deeds, characters(seen.text)),
    ...{ living: 0, exact: 0, elsewhere: [], wrong: [], dead: 0, detached: 0, undone: 0, restored: 0 },
  }
  const moves = movesOf(deeds)
  const alive = new Set(characters(seen.text))
  for (const passage of story.passages) {
    const placement = seen.places.get(passage.id)
    if (!arrived.layer.has(passage.deed) || !placement) continue
    const unsent = unsentBy(passage, story, arrived.text)
    // Lost with a machine, though the layer, another document, was not.
    if (placement.state === 'pending' && unsent.size > 0) continue
    const whose = belonging(passage, deeds, alive, unsent)
    const isJudged = judgePassage(verdict, passage, whose, seen.text, placement, moves)
    if (isJudged && wasUndone(whose, deeds) && [...seen.text].some((c) => whose.must.has(c))) {
      verdict.undone++
      if (placement.state === 'anchored' && [...seen.text.slice(placement.start, placement.end)].some((c) => whose.must.has(c)))
        verdict.restored++
    }
  }
  return verdict
}

/** Nobody's deletion: the character must be there, once. A deletion that everybody who made it took back is none. */
function judgeCharacters(start: readonly string[], deeds: readonly Deed[], text: readonly string[]) {
  const born = new Set(start)
  /** Per character: who deleted it last and has not brought it back; whether anybody ever moved it or brought it back. */
  const open = new Map<string, Set<number>>()
  const touched = new Set<string>()
  for (const { person, change, restored, moved } of deeds) {
    for (const row of change.inserted) for (const c of row.characters) born.add(c)
    for (const c of change.deleted) open.set(c, (open.get(c) ?? new Set()).add(person))
    for (const c of restored) open.get(c)?.delete(person)
    for (const c of [...restored, ...moved]) touched.add(c)
  }
  const counts = new Map<string, number>()
  for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1)
  const isDeleted = (c: string) => (open.get(c)?.size ?? 0) > 0
  return {
    characters: born.size,
    lost: [...born].filter((c) => !isDeleted(c) && !counts.has(c)),
    doubled: [...counts].filter(([, count]) => count > 1).map(([c]) => c),
    returned: [...counts.keys()].filter((c) => isDeleted(c) && !touched.has(c)),
  }
}

/** False when either answer is right. */
function judgePassage(
  verdict: Verdict,
  passage: Passage,
  { must, may }: Belonging,
  text: string,
  placement: Placement,
  moves: Moves,
): boolean {
  const all = [...text].filter(isWord)
  const seen = new Set(all)
  const alive = all.some((c) => must.has(c))
  const range = placement.state === 'anchored' ? characters(text.slice(placement.start, placement.end)) : []
  const ours = (c: string | undefined) => c !== undefined && (must.has(c) || may.has(c))
  if (placement.state === 'anchored' && !range.some(ours)) verdict.elsewhere.push(passage.id)
  // What was left behind when its words were moved, before they were tagged, by somebody who did not know: either answer.
  const wasMoved = passage.characters.some((c) => (moves.carriers.get(c) ?? passage.deed) < passage.deed)
  if (alive && wasMoved && !passage.characters.some((c) => seen.has(c))) return false
  if (!alive) {
    if (all.some((c) => may.has(c))) return false
    verdict.dead++
    if (placement.state === 'orphan') verdict.detached++
    return true
  }
  verdict.living++
  const why = placement.state === 'anchored' ? flaw(range, all, { must, may }, moves) : placement.state
  if (why === null) verdict.exact++
  else verdict.wrong.push({ id: passage.id, why })
  return true
}

/**
 * What is wrong with a range, or null. It begins and ends with the passage's words and holds all of them.
 *
 * A passage that somebody tore apart by moving a part of it away can only stand in one place: where most of it is. So
 * where parts that were carried to different places have foreign words between them, the range holds every word of the
 * largest part (any of equal ones), and never more foreign words than its own.
 */
function flaw(range: readonly string[], all: readonly string[], { must, may }: Belonging, { carriers, contested }: Moves): string | null {
  const ours = (c: string) => must.has(c) || may.has(c)
  if (range.length === 0 || !ours(range[0]!)) return 'begins with foreign words'
  if (!ours(range.at(-1)!)) return 'ends with foreign words'
  const whole = flawOfParts(range, parts(all, must, ours, carriers), must, ours)
  if (whole === null || ![...must].some((c) => carriers.has(c))) return whole
  // Of two moves of the same words at once one is lost, and the story cannot know which; nor what `may` belongs does.
  const kept = new Map([...carriers].filter(([, id]) => id >= 0))
  const both = new Set([...must, ...may])
  const readings = [
    parts(all, both, ours, null),
    parts(all, must, ours, kept),
    parts(all, must, ours, null),
    parts(all, must, (c) => must.has(c), carriers),
    parts(all, must, (c) => must.has(c), null),
  ]
  if (readings.some((torn) => flawOfParts(range, torn, must, ours) === null)) return null
  const movers = new Set([...must].flatMap((c) => carriers.get(c) ?? []))
  const severalMoved = movers.size > 1 || [...must].some((c) => contested.has(c))
  return severalMoved && holdsMost(range, all, must) ? null : whole
}

/** Whether a range holds at least as much of the passage as its largest unbroken part. Asked of what several moves have torn. */
function holdsMost(range: readonly string[], all: readonly string[], must: ReadonlySet<string>): boolean {
  const isIts = (c: string) => must.has(c)
  const sizes = parts(all, must, isIts, null).map((part) => part.join('').length)
  return range.filter(isIts).join('').length >= Math.max(...sizes)
}

function flawOfParts(
  range: readonly string[],
  torn: readonly (readonly string[])[],
  must: ReadonlySet<string>,
  ours: (c: string) => boolean,
): string | null {
  const inside = new Set(range)
  // In UTF-16 units, as texts are measured everywhere.
  const sizes = {
    must: (part: readonly string[]) => part.filter((c) => must.has(c)).join('').length,
    all: (part: readonly string[]) => part.join('').length,
  }
  if (torn.length === 1) {
    const missing = torn[0]!.filter((c) => must.has(c) && !inside.has(c)).length
    return missing === 0 ? null : `lacks ${missing} of its words`
  }
  const held = torn.filter((part) => part.every((c) => !must.has(c) || inside.has(c)))
  const isLargest = (size: (part: readonly string[]) => number) => Math.max(...torn.map(size)) === Math.max(0, ...held.map(size))
  if (!isLargest(sizes.must) && !isLargest(sizes.all)) return 'lacks the largest part of a torn passage'
  if (held.length === 1) return null
  const foreign = range.filter((c) => !ours(c)).length
  return foreign > range.length / 2 ? 'holds more foreign words than its own' : null
}

/**
 * The passage's words in the order of the text, in parts: words that nobody carried, or that were carried together, are one
 * part with all that stands between them; parts between which nothing foreign stands are one. Without carriers, foreign
 * words part all that stand on either side of them.
 */
function parts(
  all: readonly string[],
  must: ReadonlySet<string>,
  ours: (c: string) => boolean,
  carriers: ReadonlyMap<string, number> | null,
): string[][] {
  const spans = new Map<number, { from: number; to: number }>()
  all.forEach((c, i) => {
    if (!must.has(c)) return
    const carrier = carriers ? (carriers.get(c) ?? -1) : i
    const span = spans.get(carrier)
    if (span) span.to = i
    else spans.set(carrier, { from: i, to: i })
  })
  const found: { from: number; to: number }[] = []
  for (const span of [...spans.values()].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    const apart = last && all.slice(last.to + 1, span.from).some((c) => !ours(c))
    if (last && !apart) last.to = Math.max(last.to, span.to)
    else found.push({ ...span })
  }
  return found.map(({ from, to }) => {
    while (from > 0 && ours(all[from - 1]!)) from--
    while (to < all.length - 1 && ours(all[to + 1]!)) to++
    return all.slice(from, to + 1).filter(ours)
  })
}

interface Moves {
  /** The last deed that carried each character elsewhere; negative when that was an undo, which may bring it back to where it was. */
  carriers: ReadonlyMap<string, number>
  /** Characters that more than one deed carried: when neither author knew of the other, either may be where they are. */
  contested: ReadonlySet<string>
}

function movesOf(deeds: readonly Deed[]): Moves {
  const carriers = new Map<string, number>()
  const contested = new Set<string>()
  for (const { id, how, moved } of deeds)
    for (const c of moved) {
      if (carriers.has(c)) contested.add(c)
      carriers.set(c, how === 'undo' ? -id : id)
    }
  return { carriers, contested }
}

/** What a passage's author had typed, moved or brought back before tagging it, and never got to the others. */
function unsentBy({ person, deed }: Passage, { deeds }: Story, arrived: ReadonlySet<number>): Set<string> {
  const unsent = new Set<string>()
  for (const { id, person: author, change, moved } of deeds) {
    if (author !== person || id >= deed || arrived.has(id)) continue
    for (const c of [...change.inserted.flatMap((row) => row.characters), ...moved]) unsent.add(c)
  }
  return unsent
}

/** Whether somebody deleted all words of the passage that they saw, and then took words of it back. */
function wasUndone({ must, may }: Belonging, deeds: readonly Deed[]): boolean {
  const emptied = new Set<number>()
  for (const { person, how, change, restored, before } of deeds) {
    if (how === 'undo' && emptied.has(person) && restored.some((c) => must.has(c))) return true
    const gone = change.deleted.filter((c) => must.has(c) || may.has(c))
    if (gone.length > 0 && before.filter((c) => must.has(c) || may.has(c)).length === gone.length) emptied.add(person)
  }
  return false
}
