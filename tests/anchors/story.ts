import type { Stroke } from './edits.ts'
import { characters, type Inserted, type TextChange, textChange } from './text-change.ts'

/** One keystroke that changed the text, as its author saw it. */
export interface Deed {
  /** Number of the keystroke in the run. */
  id: number
  person: number
  how: Stroke['how']
  change: TextChange
  /** Characters that were there before this, were gone, and are back. */
  restored: string[]
  /** Characters this carried elsewhere. */
  moved: string[]
  /** For every row of `change.inserted`: the words it took the place of. */
  places: Place[]
  /** All characters before the deed; only where something was deleted. */
  before: readonly string[]
}

/** What a row of typed characters stands in the place of. */
export interface Place {
  /** Deleted by the same person right there, right before. Plain text, marks included. */
  replaced: string
  /** All characters when that deletion began. */
  view: readonly string[]
  /** Deleted there by the same person, but something else was done since: whether it was replaced is anybody's guess. */
  isGuess: boolean
  /** The character before it, when the same person typed it right before: both are one typing. */
  goesOn: string | null
  /** The character before it was typed by the same person, some time before. */
  follows: string | null
}

/** A passage as it was tagged. */
export interface Passage {
  id: string
  deed: number
  person: number
  characters: readonly string[]
  /** Whether it goes over a paragraph mark or a line break. */
  hasMarks: boolean
  /** All characters its author saw then. */
  view: ReadonlySet<string>
}

interface Gap {
  left: string | null
  right: string | null
  replaced: string
  view: readonly string[]
  isStale: boolean
}

interface Hand {
  gap: Gap | null
  /** Last character typed, while nothing else was done since. */
  typed: string | null
  /** Everything typed by this person. */
  all: Set<string>
}

/**
 * Everything that was done in a run, in the order of time, told from what each author saw on the screen before and after
 * each keystroke. It knows nothing of documents, identities or messages.
 */
export class Story {
  readonly deeds: Deed[] = []
  readonly passages: Passage[] = []
  readonly #hands = new Map<number, Hand>()
  readonly #known = new Set<string>()

  /** The text everybody begins with. */
  constructor(text: string) {
    for (const c of characters(text)) this.#known.add(c)
  }

  tell(id: number, person: number, stroke: Stroke, before: string, after: string): void {
    const hand = this.#hand(person)
    if (stroke.how === 'tag') {
      const words = before.slice(stroke.start, stroke.end)
      this.passages.push({
        id: stroke.id,
        deed: id,
        person,
        characters: characters(words),
        hasMarks: /[\n\u2028]/.test(words),
        view: new Set(characters(before)),
      })
      return
    }
    const change = textChange(before, after, stroke.how === 'drag' ? characters(stroke.moved) : [])
    const carried = new Set(change.shuffled)
    const words = change.inserted.length + change.deleted.length + change.shuffled.length
    if (words === 0 && stroke.how !== 'idle') interrupt(hand)
    if (words + change.breaks.length === 0) return
    const view = change.deleted.length > 0 ? characters(before) : []
    this.deeds.push({
      id,
      person,
      how: stroke.how,
      change,
      restored: change.inserted.flatMap((row) => row.characters.filter((c) => this.#known.has(c) && !carried.has(c))),
      moved: moved(stroke, change, this.#known),
      places: change.inserted.map((row) => placeOf(row, hand, view, before)),
      before: view,
    })
    if (words > 0) this.#follow(hand, stroke, change, view)
    for (const row of change.inserted) for (const c of row.characters) this.#known.add(c)
  }

  /** A person's memory is gone: what they did before is no part of what they do next. */
  forget(person: number): void {
    const hand = this.#hand(person)
    hand.gap = null
    hand.typed = null
  }

  #hand(person: number): Hand {
    const hand = this.#hands.get(person) ?? { gap: null, typed: null, all: new Set() }
    this.#hands.set(person, hand)
    return hand
  }

  #follow(hand: Hand, { how }: Stroke, change: TextChange, view: readonly string[]): void {
    const [row] = change.inserted
    const [gap] = change.gaps
    const byHand = how === 'edit' || how === 'cut' || how === 'paste'
    for (const each of change.inserted) for (const c of each.characters) if (byHand && !this.#known.has(c)) hand.all.add(c)
    hand.typed = byHand && change.inserted.length === 1 && change.gaps.length === 0 ? row!.characters.at(-1)! : null
    if (byHand && gap && change.gaps.length === 1 && !row) hand.gap = joinGaps(hand.gap, gap, view)
    else hand.gap = null
  }
}

/** Something else was done: typing afterwards is a new typing. */
function interrupt(hand: Hand): void {
  hand.typed = null
  if (hand.gap) hand.gap.isStale = true
}

function moved(stroke: Stroke, change: TextChange, known: ReadonlySet<string>): string[] {
  if (stroke.how === 'paste') return change.inserted.flatMap((row) => row.characters.filter((c) => known.has(c)))
  return change.shuffled
}

function placeOf({ left, right, replaced }: Inserted, hand: Hand, view: readonly string[], before: string): Place {
  const typed = { goesOn: left !== null && left === hand.typed ? left : null, follows: left !== null && hand.all.has(left) ? left : null }
  const { gap } = hand
  const words = characters(replaced)
  // Beside words deleted right before, which it may take the place of too.
  if (words.length > 0) return { replaced, view, isGuess: gap !== null && (gap.right === words[0] || gap.left === words.at(-1)), ...typed }
  if (gap && gap.left === left && gap.right === right) return { replaced: gap.replaced, view: gap.view, isGuess: gap.isStale, ...typed }
  // Somebody typed in the gap too, or deleted what stood beside it.
  const isGone = (c: string | null) => c !== null && !before.includes(c)
  if (gap && (gap.left === left || gap.right === right || (isGone(gap.left) && isGone(gap.right))))
    return { replaced: gap.replaced, view: gap.view, isGuess: true, ...typed }
  return { replaced: '', view: [], isGuess: false, ...typed }
}

/** Backspace and Delete, key by key, make one gap. */
function joinGaps(gap: Gap | null, { left, right, replaced }: Inserted, view: readonly string[]): Gap {
  if (gap && !gap.isStale && gap.right === right) return { left, right, replaced: replaced + gap.replaced, view: gap.view, isStale: false }
  if (gap && !gap.isStale && gap.left === left) return { left, right, replaced: gap.replaced + replaced, view: gap.view, isStale: false }
  return { left, right, replaced, view, isStale: false }
}
