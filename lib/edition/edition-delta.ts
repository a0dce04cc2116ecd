import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import { type TextChange, textChanges } from '#/lib/diff/diff-text.ts'
import { findMoves, type Move } from '#/lib/edition/find-moves.ts'
import { FormatCursor, type FormattedText, formatChange, isPlain } from '#/lib/edition/flat-formats.ts'

/** One operation of a Y.Text delta. */
export type EditionOp =
  | { retain: number; attributes?: Record<string, unknown> }
  | { delete: number }
  | { insert: string; attributes: Record<string, unknown> }

/** How one flat text becomes another. */
export interface EditionDelta {
  /** For one `Y.Text.applyDelta`; empty when both are the same. */
  ops: EditionOp[]
  /** The changes of words, in flat offsets of the text before. */
  changes: TextChange[]
  /** Words that only changed place: same words at `from` before and `to` after, in flat offsets. */
  moves: Move[]
}

/**
 * The difference from a live text to a new edition of its source, as fewest words changed: everything that is in both
 * keeps its characters, and with them its tags. The result is the new edition, word for word; its formats too, unless it
 * is plain text, which keeps those of the words that stay.
 */
export function editionDelta(before: FormattedText, after: FormattedText): EditionDelta {
  const changes = flatChanges(before.text, after.text)
  return { ops: toOps(changes, before, after), changes, moves: findMoves(before.text, changes) }
}

/** In flat offsets. The first opener, which both have, stays. */
function flatChanges(before: string, after: string): TextChange[] {
  return textChanges(before.slice(1), after.slice(1)).map(({ from, to, added }) =>
    withinWord(before, { from: from + 1, to: to + 1, added }),
  )
}

const ONE_WORD = /^(?:[\p{L}\p{M}'’-]|\u200c|\u200d){3,}$/u

/** A corrected spelling keeps the letters it shares with the old one, so that a tag on that word alone survives. */
function withinWord(before: string, change: TextChange): TextChange {
  const old = before.slice(change.from, change.to)
  const { added } = change
  if (!ONE_WORD.test(old) || !ONE_WORD.test(added)) return change
  const shorter = Math.min(old.length, added.length)
  let head = 0
  while (head < shorter && old[head] === added[head]) head++
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === added[added.length - 1 - tail]) tail++
  if (2 * (head + tail) < Math.max(old.length, added.length)) return change
  const [from, to] = snapToGraphemes(old, head, old.length - tail)
  const [addedFrom, addedTo] = snapToGraphemes(added, head, added.length - tail)
  // Rare: an accent belongs to the letter before it in only one of the two.
  if (from !== addedFrom || old.length - to !== added.length - addedTo) return change
  return { from: change.from + from, to: change.from + to, added: added.slice(from, addedTo) }
}

function toOps(changes: readonly TextChange[], before: FormattedText, after: FormattedText): EditionOp[] {
  const ops: EditionOp[] = []
  const old = new FormatCursor(before)
  const now = new FormatCursor(after)
  const keepsFormats = isPlain(after)
  const retain = (length: number) => {
    for (let rest = length; rest > 0; ) {
      const piece = Math.min(rest, old.left, now.left)
      pushRetain(ops, piece, keepsFormats ? null : formatChange(old.formats, now.formats))
      old.advance(piece)
      now.advance(piece)
      rest -= piece
    }
  }
  let at = 0
  for (const { from, to, added } of changes) {
    retain(from - at)
    // In front of the words it replaces: a passage that ended with those then ends with the new ones.
    for (const { start, length, formats } of pieces(now, added.length)) {
      ops.push({ insert: added.slice(start, start + length), attributes: { ...formats } })
    }
    if (to > from) {
      ops.push({ delete: to - from })
      old.advance(to - from)
    }
    at = to
  }
  retain(before.text.length - at)
  const last = ops.at(-1)
  if (last && 'retain' in last && !last.attributes) ops.pop()
  return ops
}

function* pieces(cursor: FormatCursor, length: number) {
  let start = 0
  for (const piece of cursor.take(length)) {
    yield { start, ...piece }
    start += piece.length
  }
}

function pushRetain(ops: EditionOp[], retain: number, attributes: Record<string, unknown> | null): void {
  const last = ops.at(-1)
  if (!attributes && last && 'retain' in last && !last.attributes) last.retain += retain
  else ops.push(attributes ? { retain, attributes } : { retain })
}
