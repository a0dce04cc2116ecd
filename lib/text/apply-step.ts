import type { Node as PMNode } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import { simpleDiffString } from 'lib0/diff'
import type * as Y from 'yjs'
import { deleteWords } from '#/lib/text/delete-words.ts'
import { cutPieces, docPieces, type FlatPiece, piecesText } from '#/lib/text/doc-slice.ts'
import type { FlatFormat } from '#/lib/text/flat.ts'
import { flatSize, toFlat, toPos } from '#/lib/text/positions.ts'

/** Told about every change of characters while a step is written, in flat indexes at that moment. */
export interface StepListener {
  /** Before `length` characters from `index` are deleted. */
  beforeDelete(index: number, length: number): void
  /** After `length` characters were inserted at `index`. */
  afterInsert(index: number, length: number): void
}

/** A changed range: [from, to) before the step, [newFrom, newTo) after it, in document positions. */
type Change = [from: number, to: number, newFrom: number, newTo: number]

/**
 * Writes one step of the editor into the flat text with the fewest characters deleted and inserted, so that everything
 * that stays keeps its identity. Call inside a Yjs transaction; `text` must stand for `before`.
 */
export function applyStep(text: Y.Text, step: Step, before: PMNode, after: PMNode, listeners: readonly StepListener[] = []): void {
  // Right to left: indexes of ranges not yet written stay valid.
  for (const change of changedRanges(step).reverse()) applyChange(text, change, before, after, listeners)
}

function changedRanges(step: Step): Change[] {
  const changes: Change[] = []
  step.getMap().forEach((from, to, newFrom, newTo) => {
    changes.push([from, to, newFrom, newTo])
  })
  if (changes.length > 0) return changes
  // Steps on marks and attributes move nothing.
  const { from, to, pos } = step as { from?: number; to?: number; pos?: number }
  if (from !== undefined && to !== undefined) return [[from, to, from, to]]
  if (pos !== undefined) return [[pos, pos + 1, pos, pos + 1]]
  return []
}

function applyChange(text: Y.Text, change: Change, before: PMNode, after: PMNode, listeners: readonly StepListener[]): void {
  const [from, to, newFrom, newTo] = wholeCharacters(change, before, after)
  let old = docPieces(before, from, to)
  let now = docPieces(after, newFrom, newTo)
  const start = toFlat(before, from)
  if (start === 0 && (old.length === 0) !== (now.length === 0)) {
    // The first opener stays forever: were it deleted or preceded, two people doing so at once would leave none or a wrong one.
    // One block more on both sides turns "insert before it" into "insert after it".
    old = docPieces(before, from, afterNextOpener(before, to))
    now = docPieces(after, newFrom, afterNextOpener(after, newTo))
  }
  const oldText = piecesText(old)
  const newText = piecesText(now)
  if (oldText === '' && newText === '') return
  const { index, remove, insert } = simpleDiffString(oldText, newText)
  if (remove > 0) {
    for (const listener of listeners) listener.beforeDelete(start + index, remove)
    deleteWords(text, start + index, remove)
  }
  if (insert.length > 0) {
    insertPieces(text, start + index, cutPieces(now, index, index + insert.length))
    for (const listener of listeners) listener.afterInsert(start + index, insert.length)
  }
  const tail = index + insert.length
  formatKept(text, start, cutPieces(old, 0, index), cutPieces(now, 0, index))
  formatKept(text, start + tail, cutPieces(old, index + remove, oldText.length), cutPieces(now, tail, newText.length))
}

/** Widens a change whose border cuts a surrogate pair: Yjs would turn both halves into U+FFFD. */
function wholeCharacters([from, to, newFrom, newTo]: Change, before: PMNode, after: PMNode): Change {
  const left = cutsPair(before, from) || cutsPair(after, newFrom) ? 1 : 0
  const right = cutsPair(before, to) || cutsPair(after, newTo) ? 1 : 0
  return [from - left, to + right, newFrom - left, newTo + right]
}

function cutsPair(doc: PMNode, pos: number): boolean {
  const $pos = doc.resolve(pos)
  const { nodeBefore, textOffset } = $pos
  if (textOffset === 0 || !nodeBefore?.text) return false
  const word = $pos.parent.child($pos.index()).text!
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(word.slice(textOffset - 1, textOffset + 1))
}

/** Position just inside the first block that begins at or after `pos`; the document's end when there is none. */
function afterNextOpener(doc: PMNode, pos: number): number {
  const flat = toFlat(doc, pos)
  return flat < flatSize(doc) ? toPos(doc, flat + 1) : doc.content.size
}

function insertPieces(text: Y.Text, index: number, pieces: readonly FlatPiece[]): void {
  // Formats are always given: Yjs would otherwise continue those of the character before, openers included.
  // A half surrogate pair never gets in: whoever splits next to it would lose the character beside it too.
  const inserts = pieces.map(({ text, format }) => ({ insert: text.toWellFormed(), attributes: withoutNulls(format) }))
  const [first] = inserts
  if (inserts.length === 1) text.insert(index, first!.insert, first!.attributes)
  // In one go: for each piece of a long paste Yjs would look for its place from the start of the text.
  else text.applyDelta([...(index > 0 ? [{ retain: index }] : []), ...inserts])
}

/** Formats characters that stayed, where old and new differ. Both lists have the same text. */
function formatKept(text: Y.Text, index: number, old: readonly FlatPiece[], now: readonly FlatPiece[]): void {
  let at = 0
  let i = 0
  let oldEnd = old[0]?.text.length ?? 0
  for (const piece of now) {
    const end = at + piece.text.length
    while (at < end) {
      const upTo = Math.min(end, oldEnd)
      const change = formatChange(old[i]!.format, piece.format)
      if (change) text.format(index + at, upTo - at, change)
      at = upTo
      if (at === oldEnd) oldEnd += old[++i]?.text.length ?? 0
    }
  }
}

const FORMATS = ['b', 'bold', 'italic', 'link'] as const

function formatChange(old: FlatFormat, now: FlatFormat): FlatFormat | null {
  const change: Record<string, unknown> = {}
  for (const name of FORMATS) if ((old[name] ?? null) !== (now[name] ?? null)) change[name] = now[name] ?? null
  return Object.keys(change).length > 0 ? change : null
}

function withoutNulls(format: FlatFormat): FlatFormat {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== null))
}
