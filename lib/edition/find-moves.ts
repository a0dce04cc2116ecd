import type { TextChange } from '#/lib/diff/diff-text.ts'
import { wordsOf } from '#/lib/diff/words.ts'

/** Words that stand at flat offset `from` of one text and at `to` of the other; UTF-16 units. */
export interface Move {
  from: number
  to: number
  length: number
}

/** Tokens that must stand in one place only, before and after, to be recognised: four words with their spaces. */
const SEED = 8
/** Letters a moved stretch has at least: a phrase everybody uses is in two places without having moved. */
const FEWEST_LETTERS = 40
/** The same for a whole block. */
const FEWEST_IN_BLOCK = 12

/**
 * Stretches that were taken out in one place and put in at another, whole blocks or parts of them. `before` is flat; the
 * changes are those to it, in order. A stretch found in several places before or after is not claimed to have moved.
 */
export function findMoves(before: string, changes: readonly TextChange[]): Move[] {
  const removed: Pool = poolOf(changes.map(({ from, to }) => ({ text: before.slice(from, to), at: from })))
  let shift = 0
  const added: Pool = poolOf(
    changes.map((change) => {
      const at = change.from + shift
      shift += change.added.length - (change.to - change.from)
      return { text: change.added, at }
    }),
  )
  const seeds = onlyPlaces(added)
  const moves: Move[] = []
  let claimed = 0
  for (const [seed, i] of [...onlyPlaces(removed)].sort((a, b) => a[1] - b[1])) {
    const j = seeds.get(seed)
    if (i < claimed || i < 0 || j === undefined || j < 0) continue
    const match = extend(removed, added, i, j)
    claimed = match.iEnd
    if (isLongEnough(removed, added, match)) moves.push(toMove(removed, added, match))
  }
  return moves
}

/** Tokens of several texts in a row, with the place of each. `null` parts one text from the next. */
interface Pool {
  tokens: (string | null)[]
  places: number[]
}

function poolOf(texts: readonly { text: string; at: number }[]): Pool {
  const pool: Pool = { tokens: [], places: [] }
  for (const { text, at } of texts) {
    if (text.length < FEWEST_IN_BLOCK) continue
    let place = at
    for (const token of wordsOf(text)) {
      pool.tokens.push(token)
      pool.places.push(place)
      place += token.length
    }
    pool.tokens.push(null)
    pool.places.push(place)
  }
  return pool
}

/** Where each run of SEED tokens within one block begins; -1 when in several places. */
function onlyPlaces({ tokens }: Pool): Map<string, number> {
  const places = new Map<string, number>()
  let length = 0
  for (let i = 0; i < tokens.length; i++) {
    length = tokens[i] === null || tokens[i] === '\n' ? 0 : length + 1
    // A block shorter than a seed is looked up whole.
    const whole = length > 0 && length < SEED && ends(tokens, i + 1) && ends(tokens, i - length)
    if (length < SEED && !whole) continue
    const start = i + 1 - Math.min(length, SEED)
    const seed = tokens.slice(start, i + 1).join('\0')
    places.set(seed, places.has(seed) ? -1 : start)
  }
  return places
}

function ends(tokens: Pool['tokens'], i: number): boolean {
  return (tokens[i] ?? null) === null || tokens[i] === '\n'
}

interface Match {
  i: number
  j: number
  iEnd: number
}

function extend(removed: Pool, added: Pool, i: number, j: number): Match {
  const same = (a: number, b: number) =>
    removed.tokens[a] !== null && removed.tokens[a] !== undefined && removed.tokens[a] === added.tokens[b]
  while (same(i - 1, j - 1)) {
    i--
    j--
  }
  let iEnd = i
  while (same(iEnd, j + iEnd - i)) iEnd++
  return { i, j, iEnd }
}

function isLongEnough(removed: Pool, added: Pool, { i, j, iEnd }: Match): boolean {
  const letters = removed.tokens
    .slice(i, iEnd)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '').length
  const jEnd = j + iEnd - i
  const isWholeBlock = [
    ends(removed.tokens, i - 1) || removed.tokens[i] === '\n',
    ends(added.tokens, j - 1) || added.tokens[j] === '\n',
    ends(removed.tokens, iEnd),
    ends(added.tokens, jEnd),
  ].every(Boolean)
  return letters >= (isWholeBlock ? FEWEST_IN_BLOCK : FEWEST_LETTERS)
}

function toMove(removed: Pool, added: Pool, { i, j, iEnd }: Match): Move {
  return { from: removed.places[i]!, to: added.places[j]!, length: removed.places[iEnd]! - removed.places[i]! }
}
