/** A row of characters that appeared between two others, as its author saw it. */
export interface Inserted {
  characters: readonly string[]
  /** The nearest words' characters on either side after the change; null at the text's edge. */
  left: string | null
  right: string | null
  /** What stood between the two before: plain text, paragraph marks and breaks included. */
  replaced: string
  /** Whether a paragraph mark or line break stands right before, or right after, or was put between them. */
  marks: { before: boolean; after: boolean; within: boolean }
}

/** What one keystroke did to the text, read off the text before and after it. Possible because every character is unique. */
export interface TextChange {
  inserted: Inserted[]
  /** Characters that are gone. */
  deleted: string[]
  /** Deleted characters with nothing in their place: where they stood, and the marks among them. */
  gaps: Inserted[]
  /** Paragraph marks and line breaks that appeared without words. */
  breaks: Inserted[]
  /** Characters that stand in another order than before; they are among those inserted too. */
  shuffled: string[]
}

const NOTHING: TextChange = { inserted: [], deleted: [], gaps: [], breaks: [], shuffled: [] }

/** The words' characters of a text, as code points: all but paragraph marks and line breaks. */
export function characters(text: string): string[] {
  return [...text].filter(isWord)
}

export function isWord(character: string): boolean {
  return character !== '\n' && character !== '\u2028'
}

const isMark = (character: string | undefined) => character !== undefined && !isWord(character)

/**
 * Compares the text before and after a keystroke.
 *
 * @param dragged characters known to have been carried from one place to another
 */
export function textChange(before: string, after: string, dragged: readonly string[] = []): TextChange {
  if (before === after) return NOTHING
  const [start, endBefore, endAfter] = changedMiddle(before, after)
  const old = [...before.slice(start, endBefore)]
  const now = [...after.slice(start, endAfter)]
  const gone = new Set(old.filter(isWord))
  const come = new Set(now.filter(isWord))
  const edge = { left: lastWord(after.slice(0, start)), right: firstWord(after.slice(endAfter)) }
  const change: TextChange = { inserted: [], deleted: old.filter((c) => isWord(c) && !come.has(c)), gaps: [], breaks: [], shuffled: [] }
  const kept = now.filter((c) => isWord(c) && gone.has(c))
  const were = old.filter((c) => isWord(c) && come.has(c))
  change.shuffled = dragged.length > 0 ? dragged.filter((c) => gone.has(c)) : outOfOrder(were, kept)
  // Cut both at the characters they share; between two such, what was there before was replaced by what is there now.
  const shuffled = new Set(change.shuffled)
  const oldParts = partsBetween(old, (c) => come.has(c) && !shuffled.has(c))
  const nowParts = partsBetween(now, (c) => gone.has(c) && !shuffled.has(c))
  nowParts.forEach((part, i) => {
    const words = part.filter((c) => isWord(c) && (!gone.has(c) || shuffled.has(c)))
    const replaced = oldParts[i]?.join('') ?? ''
    const left = nowParts[i - 1] === undefined ? edge.left : anchorBefore(now, nowParts, i)
    const right = nowParts[i + 1] === undefined ? edge.right : anchorAfter(now, nowParts, i)
    const isFirst = i === 0
    const isLast = i === nowParts.length - 1
    const before = part.length > 0 && (words.length === 0 || part[0] !== words[0]) ? true : isFirst && isMark(after[start - 1])
    const behind = part.length > 0 && (words.length === 0 || part.at(-1) !== words.at(-1)) ? true : isLast && isMark(after[endAfter])
    const within = part.filter(isMark).length > [...replaced].filter(isMark).length
    const piece = { characters: words, left, right, replaced, marks: { before, after: behind, within } }
    if (words.length > 0) change.inserted.push(piece)
    else if (characters(replaced).some((c) => !come.has(c))) change.gaps.push(piece)
    if (words.length === 0 && within) change.breaks.push(piece)
  })
  return change
}

/** The part that differs, never cutting a surrogate pair: where it begins, and where it ends in each. */
function changedMiddle(before: string, after: string): [number, number, number] {
  let start = 0
  const most = Math.min(before.length, after.length)
  while (start < most && before[start] === after[start]) start++
  if (start > 0 && /[\ud800-\udbff]/.test(before[start - 1]!)) start--
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (end > 0 && /[\udc00-\udfff]/.test(before[before.length - end]!)) end--
  return [start, before.length - end, after.length - end]
}

function lastWord(text: string): string | null {
  return /[^\n\u2028](?=[\n\u2028]*$)/u.exec(text.slice(-64))?.[0] ?? [...text].findLast(isWord) ?? null
}

function firstWord(text: string): string | null {
  return /[^\n\u2028]/u.exec(text)?.[0] ?? null
}

/** Splits a list at the elements that are kept, which are left out: always one part more than there are of them. */
function partsBetween(list: readonly string[], isKept: (c: string) => boolean): string[][] {
  const parts: string[][] = [[]]
  for (const c of list) {
    if (isWord(c) && isKept(c)) parts.push([])
    else parts.at(-1)!.push(c)
  }
  return parts
}

/** The kept element between part i - 1 and part i. */
function anchorBefore(list: readonly string[], parts: readonly string[][], i: number): string {
  let at = -1
  for (let k = 0; k < i; k++) at += parts[k]!.length + 1
  return list[at]!
}

function anchorAfter(list: readonly string[], parts: readonly string[][], i: number): string {
  return anchorBefore(list, parts, i + 1)
}

/** The fewest elements one must take out of `now` so that the rest stand in the order of `before`. */
function outOfOrder(before: readonly string[], now: readonly string[]): string[] {
  const place = new Map(before.map((c, i) => [c, i]))
  const places = now.map((c) => place.get(c)!)
  // Longest increasing subsequence.
  const tails: number[] = []
  const previous: number[] = []
  places.forEach((value, i) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1
    tails[low] = i
  })
  if (tails.length === now.length) return []
  const inOrder = new Set<number>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) inOrder.add(i)
  return now.filter((_, i) => !inOrder.has(i))
}
