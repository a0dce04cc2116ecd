import { isSound, type OffsetView, offsetsIn, viewsOf } from './offset-views.ts'

/** A selection as a file has it: positions in a view nobody names. */
export interface NumberedSelection {
  start: number
  end: number
  /** What the selection is called: most programs give it its words, cut short with "…". Empty when it has no name. */
  name: string
}

/** How well a view explains the selections of one text. */
export interface ViewScore {
  view: OffsetView
  score: number
  /** Of the places where selections begin and end, those at the edge of a word, or both outside of words. */
  edges: number
}

const QUOTED = 3
const IMPOSSIBLE = -5

/** Scores every way to count in which the text comes out differently. */
export function scoreViews(text: string, selections: readonly NumberedSelection[]): ViewScore[] {
  return viewsOf(text).map((view) => {
    const offsetOf = offsetsIn(text, view)
    let score = 0
    let edges = 0
    for (const selection of selections) {
      const start = offsetOf(selection.start)
      const end = offsetOf(selection.end)
      if (start === null || end === null || !isSound(text, start) || !isSound(text, end)) {
        score += IMPOSSIBLE
        continue
      }
      const own = Number(isWordEdge(text, start)) + Number(isWordEdge(text, end))
      edges += own
      score += own + (isNameOf(selection.name, text.slice(start, end)) ? QUOTED : 0)
    }
    return { view, score, edges }
  })
}

/**
 * The view that explains the selections best. Ties are common (a byte order mark and one emoji make up for each other), so what the
 * other texts of the project say is asked next, and then the habit of the program.
 *
 * @param elsewhere scores of the other texts, by `viewKey`
 * @param habits what the program is known to do, the likeliest first
 */
export function bestView(scores: readonly ViewScore[], elsewhere: ReadonlyMap<string, number>, habits: readonly OffsetView[]): ViewScore {
  const rank = ({ view }: ViewScore) => {
    const at = habits.findIndex((habit) => viewKey(habit) === viewKey(view))
    return at < 0 ? habits.length : at
  }
  const of = ({ view }: ViewScore) => elsewhere.get(viewKey(view)) ?? 0
  return scores.toSorted((a, b) => b.score - a.score || of(b) - of(a) || rank(a) - rank(b))[0] as ViewScore
}

export function viewKey({ unit, bom, crlf }: OffsetView): string {
  return `${unit} ${bom} ${crlf}`
}

/** Whether the words of a selection are what it is called: all of them, or as many as stand before "…". */
export function isNameOf(name: string, words: string): boolean {
  const called = collapse(name)
  if (called === '') return false
  const said = collapse(words)
  const cut = /^(.+?)\s*(?:…|\.\.\.)$/s.exec(called)?.[1]
  // A prefix alone would pass for a selection that begins at the right place and ends anywhere: it must have been cut for its length.
  return said === called || (cut !== undefined && said.length > cut.length && said.startsWith(cut) && called.length >= SHORTEST_CUT)
}

/** Names that were cut are at least this long, UTF-16 units. */
const SHORTEST_CUT = 20

function collapse(text: string): string {
  return text.replace(/[\s\u2028\ufeff]+/g, ' ').trim()
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function isWordEdge(text: string, at: number): boolean {
  return !(WORD.test(before(text, at)) && WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32)))
}

function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return (low & 0xfc00) === 0xdc00 ? text.slice(at - 2, at) : text.slice(at - 1, at)
}
