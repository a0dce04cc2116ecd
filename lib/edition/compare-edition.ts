import * as Y from 'yjs'
import { textRuns } from '#/lib/anchor/original.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { applyEdition } from '#/lib/edition/apply-edition.ts'
import { compareStatements, placeStatements } from '#/lib/edition/compare-statements.ts'
import { countLetters, countParagraphs } from '#/lib/edition/count-paragraphs.ts'
import type { EditionDelta } from '#/lib/edition/edition-delta.ts'
import type { EditionReport } from '#/lib/edition/report.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'

/** A new edition worked out against the present state of a document. */
export interface ComparedEdition {
  report: EditionReport
  /** What to apply to the text document (Yjs update v1); changes made to it meanwhile merge. */
  update: Uint8Array
  /** Identity of the characters of the new edition in the text, in order. */
  runs: IdRun[]
}

/** Less of the text in common, seen from either side, and it is another text. */
const RELATED = 0.3

/**
 * Works out what a new edition does to a document. `text` is changed: pass a copy. `layers` are those whose statements
 * the report is to tell about; statements of `hidden` ones keep their words as well.
 */
export function compareEdition(text: Y.Doc, next: Y.Doc, layers: readonly Y.Doc[], hidden: readonly Y.Doc[] = []): ComparedEdition {
  const flat = text.getText(TEXT_NAME)
  const before = `\n${canonicalText(flat)}`
  const after = `\n${canonicalText(next.getText(TEXT_NAME))}`
  const placed = placeStatements(text, layers)
  const state = Y.encodeStateVector(text)
  const delta = applyEdition(text, next, [...placed, ...placeStatements(text, hidden)])
  const { kept: _, ...paragraphs } = countParagraphs(before, after, delta.changes, delta.moves)
  const { survival, related } = survivalOf(before, after, delta)
  const verdict = delta.ops.length === 0 ? 'same' : related < RELATED ? 'unrelated' : 'differs'
  return {
    report: { verdict, survival, paragraphs, statements: compareStatements(placed, text) },
    update: Y.encodeStateAsUpdate(text, state),
    runs: textRuns(flat),
  }
}

/** Letters that stay, as shares of the text before and of whichever text is more like the other. */
function survivalOf(before: string, after: string, { changes, moves }: EditionDelta): { survival: number; related: number } {
  const moved = moves.reduce((sum, { from, length }) => sum + countLetters(before.slice(from, from + length)), 0)
  const removed = changes.reduce((sum, { from, to }) => sum + countLetters(before.slice(from, to)), 0)
  const [old, now] = [countLetters(before), countLetters(after)]
  const kept = old - removed + moved
  const share = (of: number) => (of === 0 ? 1 : kept / of)
  return { survival: share(old), related: Math.max(share(old), share(now)) }
}
