import type * as Y from 'yjs'
import { writeAliases, writeTyped } from '#/lib/anchor/alias.ts'
import { buildIdIndex, type IdIndex } from '#/lib/anchor/id-index.ts'
import { type EditionDelta, editionDelta } from '#/lib/edition/edition-delta.ts'
import { readFormatted } from '#/lib/edition/flat-formats.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'

/** Where a passage is, canonical UTF-16 offsets. */
export interface PassageRange {
  start: number
  end: number
}

/**
 * Makes a text document hold what another holds, as one difference in one transaction: words that are in both keep their
 * characters, words that only moved are followed through the alias log. Returns the difference.
 *
 * @param doc with a client id that has written nothing in it yet: what it replaces words with is told from them by it
 * @param passages those that are tagged: one that keeps some of its words, but not the first, then begins with what stands
 *   in place of them, as it ends with what stands in place of its last. One that keeps none is never moved to other words.
 */
export function applyEdition(doc: Y.Doc, next: Y.Doc, passages: readonly PassageRange[] = []): EditionDelta {
  const text = doc.getText(TEXT_NAME)
  const alias = doc.getMap(ALIAS_NAME)
  const delta = editionDelta(readFormatted(text), readFormatted(next.getText(TEXT_NAME)))
  if (delta.ops.length === 0) return delta
  doc.transact(() => {
    const before = buildIdIndex(text)
    const moved = delta.moves.map(({ from, length }) => before.runs(from, from + length))
    const starts = replacedStarts(delta, before, passages)
    text.applyDelta(delta.ops)
    const after = buildIdIndex(text)
    delta.moves.forEach(({ to, length }, i) => {
      writeAliases(alias, moved[i]!, after.runs(to, to + length))
    })
    // As if typed behind the first of the words it replaces: a passage on just these words has lost them.
    for (const { first, place, length } of starts) writeTyped(alias, after.idAt(place)!, { left: first, right: after.idAt(place + length) })
  })
  return delta
}

/** Replaced words that a passage begins with which goes on behind them: their first character, and the place of what replaces it. */
function replacedStarts({ changes }: EditionDelta, index: IdIndex, passages: readonly PassageRange[]) {
  const ends = new Map<number, number>()
  for (const { start, end } of passages) ends.set(start + index.base, Math.max(end + index.base, ends.get(start + index.base) ?? 0))
  let shift = 0
  return changes.flatMap(({ from, to, added }) => {
    const place = from + shift
    shift += added.length - (to - from)
    const isWords = to > from && added !== '' && !added.startsWith('\n')
    const first = isWords && (ends.get(from) ?? 0) > to ? index.idAt(from) : null
    return first ? [{ first, place, length: added.length }] : []
  })
}
