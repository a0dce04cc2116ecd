import type { Deed, Passage, Place } from './story.ts'
import { characters, type Inserted } from './text-change.ts'

/**
 * Which characters are a passage's, by rules a person can check:
 *
 * - `must`: those that were tagged; what was typed strictly between two such characters, as its author saw the text,
 *   whether or not the author knew of the tag (not, if who tagged saw it there and left it out); what one person typed
 *   right where they had just deleted first or last words of the passage and nothing else, or all of its words and
 *   nothing else: a corrected word is the same passage.
 * - `may`: where reasonable people differ, and either answer is right: what was typed in place of words on both sides of
 *   an edge, or of the end of a part where it is torn; what was typed in such a gap after something else was done or together with somebody else's typing; words whose
 *   predecessors are back; what its author later adds at the end of what they typed into the passage; words that were carried into the passage from
 *   elsewhere; what was typed between a word and a paragraph mark, where the passage has marks of its own, of which the
 *   text does not tell whether this is one.
 *
 * Everything else is foreign: typed at an edge, or in place of more than the whole passage.
 */
export interface Belonging {
  must: ReadonlySet<string>
  may: ReadonlySet<string>
}

/**
 * @param deeds those that reached the others, in order of time
 * @param alive all characters of the text as it ended
 * @param unsent characters that the passage's author had typed, moved or brought back in what was lost with their machine:
 *   the tag, in another document, arrived and stands on identities that nobody knows
 */
export function belonging(
  passage: Passage,
  deeds: readonly Deed[],
  alive: ReadonlySet<string>,
  unsent: ReadonlySet<string> = new Set(),
): Belonging {
  const must = new Set(passage.characters.filter((c) => !unsent.has(c)))
  const may = new Set(passage.characters.filter((c) => unsent.has(c)))
  /** Those that belong because they replaced some that do. */
  const instead = new Set<string>()
  let hasMarks = passage.hasMarks
  const has = (c: string | null) => c !== null && (must.has(c) || may.has(c))
  for (const deed of deeds) {
    hasMarks ||= [...deed.change.breaks, ...deed.change.inserted].some(({ left, right, marks }) => marks.within && has(left) && has(right))
    deed.change.inserted.forEach((row, i) => {
      const certainty = judge(row, deed.places[i]!)
      if (certainty) for (const c of row.characters) add(c, deed, certainty)
      else if (deed.moved.length > 0) addBetween(row)
    })
  }
  return { must, may }

  function judge({ characters: typed, left, right, marks }: Inserted, place: Place): 'must' | 'may' | null {
    if (left !== null && right !== null && has(left) && has(right)) return must.has(left) && must.has(right) ? 'must' : 'may'
    const goesOn = place.goesOn !== null && has(place.goesOn) && !passage.view.has(place.goesOn)
    const replacing = goesOn && instead.has(place.goesOn!) ? (must.has(place.goesOn!) ? 'must' : 'may') : replaces(place)
    if (replacing) {
      for (const c of typed) instead.add(c)
      return replacing
    }
    if (hasMarks && ((marks.before && has(right)) || (marks.after && has(left)))) return 'may'
    return goesOn || (place.follows !== null && has(place.follows) && !passage.view.has(place.follows)) ? 'may' : null
  }

  /** What was carried along between words of the passage, or to between them. */
  function addBetween({ characters: carried, left, right }: Inserted): void {
    const from = has(left) ? 0 : carried.findIndex(has)
    const to = has(right) ? carried.length - 1 : carried.findLastIndex(has)
    if (from >= 0) for (const c of carried.slice(from, to + 1)) if (!must.has(c)) may.add(c)
  }

  function add(c: string, { id, restored, moved }: Deed, certainty: 'must' | 'may'): void {
    if (restored.includes(c) || moved.includes(c)) {
      // Not typed but brought here: what belonged belongs, what did not may be counted in while it stands inside.
      if (!must.has(c)) may.add(c)
    } else if (passage.view.has(c) || id === passage.deed) {
      return
    } else if (certainty === 'must') must.add(c)
    else if (!must.has(c)) may.add(c)
  }

  /** Words deleted on either side of a mark were deleted in one go, or in two. */
  function replaces(place: Place): 'must' | 'may' | null {
    const whole = replacesAll(place)
    if (whole) return whole
    return place.replaced.split(/[\n\u2028]/).some((replaced) => replacesAll({ ...place, replaced })) ? 'may' : null
  }

  function replacesAll({ replaced, view, isGuess }: Place): 'must' | 'may' | null {
    const gone = new Set(characters(replaced))
    if (gone.size === 0) return null
    const there = view.filter(has)
    const deleted = there.filter((c) => gone.has(c))
    if (deleted.length === 0) return null
    const onlyOurs = deleted.length === gone.size && !/^[\n\u2028]|[\n\u2028]$/.test(replaced)
    const all = deleted.length === there.length
    // Of all words, with some between them that are not its own: from its first to its last, or beyond.
    const words = characters(replaced)
    if (all && !onlyOurs) return has(words[0]!) && has(words.at(-1)!) ? 'may' : null
    const atEdge = gone.has(there[0]!) || gone.has(there.at(-1)!)
    // The end of a part of a passage that is torn, or that others have typed into.
    if (!atEdge) return 'may'
    const isBack = deleted.some((c) => alive.has(c))
    return onlyOurs && !isGuess && !isBack && deleted.every((c) => must.has(c)) ? 'must' : 'may'
  }
}
