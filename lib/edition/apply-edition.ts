import type * as Y from 'yjs'
import { writeAliases } from '#/lib/anchor/alias.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { type EditionDelta, editionDelta } from '#/lib/edition/edition-delta.ts'
import { readFormatted } from '#/lib/edition/flat-formats.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'

/**
 * Makes a text document hold what another holds, as one difference in one transaction: words that are in both keep their
 * characters, words that only moved are followed through the alias log. Returns the difference.
 */
export function applyEdition(doc: Y.Doc, next: Y.Doc): EditionDelta {
  const text = doc.getText(TEXT_NAME)
  const delta = editionDelta(readFormatted(text), readFormatted(next.getText(TEXT_NAME)))
  if (delta.ops.length === 0) return delta
  doc.transact(() => {
    const before = buildIdIndex(text)
    const old = delta.moves.map(({ from, length }) => before.runs(from, from + length))
    text.applyDelta(delta.ops)
    const after = buildIdIndex(text)
    delta.moves.forEach(({ to, length }, i) => {
      writeAliases(doc.getMap(ALIAS_NAME), old[i]!, after.runs(to, to + length))
    })
  })
  return delta
}
