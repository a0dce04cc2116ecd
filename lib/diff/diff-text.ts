import { diffSequences, type Effort, type Hunk } from '#/lib/diff/diff-sequences.ts'
import { withoutChance } from '#/lib/diff/without-chance.ts'
import { wordsOf } from '#/lib/diff/words.ts'

/** A stretch of two texts laid over each other. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** A change between two texts: `before` from..to (UTF-16) gave way to `added`. */
export interface TextChange {
  from: number
  to: number
  added: string
}

/** Steps of Myers' algorithm one comparison may take: about a second in the worst case, of which usual texts use a tenth. */
const EFFORT = 12_000_000
/** What anchors a stretch, in tokens, and what may be equal in it by chance, in UTF-16 units. */
interface Grain {
  run: number
  chance: number
}
/** A heading between two rewritten paragraphs is the same heading; an empty line, or one with a single sign, says nothing. */
const BLOCKS: Grain = { run: 1, chance: 2 }
/** Four words with their spaces; "the ", ", and of ". */
const WORDS: Grain = { run: 8, chance: 12 }

/**
 * The difference between two canonical texts, by blocks and within changed stretches by words. Parts of kind same and removed
 * join to `before`, same and added to `after`; no part begins or ends inside a grapheme cluster of its text. Deterministic
 * whatever the load, and bounded on any input: a stretch with too much changed counts as replaced.
 */
export function diffText(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = []
  const push = (kind: DiffPart['kind'], text: string) => {
    if (text) parts.push({ kind, text })
  }
  let at = 0
  for (const { from, to, added } of textChanges(before, after)) {
    push('same', before.slice(at, from))
    push('removed', before.slice(from, to))
    push('added', added)
    at = to
  }
  push('same', before.slice(at))
  return parts
}

/** The same difference as changes to `before`, in order and apart from one another. */
export function textChanges(before: string, after: string): TextChange[] {
  const effort: Effort = { left: EFFORT }
  // Every block with the line end before it, as a text document keeps them; the first one's is taken off again below.
  const a = new Tokens(splitBlocks(before))
  const b = new Tokens(splitBlocks(after))
  const ids = new Map<string, number>()
  const changes: TextChange[] = []
  for (const blocks of compare(a, b, ids, BLOCKS, effort)) {
    const [aText, bText] = [a.text(blocks.aFrom, blocks.aTo), b.text(blocks.bFrom, blocks.bTo)]
    const start = a.offset(blocks.aFrom)
    if (!aText || !bText) {
      changes.push({ from: start, to: start + aText.length, added: bText })
      continue
    }
    const [aWords, bWords] = [new Tokens(wordsOf(aText)), new Tokens(wordsOf(bText))]
    for (const { aFrom, aTo, bFrom, bTo } of compare(aWords, bWords, ids, WORDS, effort)) {
      changes.push({ from: start + aWords.offset(aFrom), to: start + aWords.offset(aTo), added: bWords.text(bFrom, bTo) })
    }
  }
  return changes.map((change) => withoutFirstOpener(change, before))
}

function splitBlocks(text: string): string[] {
  return text.split('\n').map((line) => `\n${line}`)
}

function compare(a: Tokens, b: Tokens, ids: Map<string, number>, { run, chance }: Grain, effort: Effort): Hunk[] {
  const hunks = diffSequences(a.ids(ids), b.ids(ids), run, effort)
  return withoutChance(
    hunks,
    (from, to) => a.offset(to) - a.offset(from),
    (from, to) => b.offset(to) - b.offset(from),
    chance,
  )
}

/** In offsets of the canonical text, which has no line end before its first block: a change there takes the one after it. */
function withoutFirstOpener({ from, to, added }: TextChange, before: string): TextChange {
  if (from > 0) return { from: from - 1, to: to - 1, added }
  // Replaced blocks both begin with the line end. Blocks that only came or went take the one after them instead.
  if (to > from && added) return { from, to: to - 1, added: added.slice(1) }
  return { from, to: Math.min(to, before.length), added: added && `${added.slice(1)}\n` }
}

/** Tokens of a text with their offsets. */
class Tokens {
  readonly #tokens: readonly string[]
  readonly #offsets: Int32Array

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
    this.#offsets = new Int32Array(tokens.length + 1)
    for (let i = 0; i < tokens.length; i++) this.#offsets[i + 1] = this.#offsets[i]! + tokens[i]!.length
  }

  /** A number for each token, the same for the same text wherever `known` is passed. */
  ids(known: Map<string, number>): number[] {
    return this.#tokens.map((token) => {
      const id = known.get(token) ?? known.size
      known.set(token, id)
      return id
    })
  }

  /** UTF-16 offset at which a token begins; the length of the text for the one past the last. */
  offset(index: number): number {
    return this.#offsets[index]!
  }

  text(from: number, to: number): string {
    return this.#tokens.slice(from, to).join('')
  }
}
