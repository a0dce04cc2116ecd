import type * as Y from 'yjs'
import { captureQuote } from '#/lib/anchor/capture.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import { parseFacts } from '#/lib/annotation/facts.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { canonicalText, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { placeStatements } from '#/lib/version/document-state.ts'
import type { ExchangeDocument, ExchangeStatement } from './exchange-project.ts'

/**
 * The text and the statements of a document, as of its rooms. A pure function.
 *
 * @param layers those the asking person may see, by id
 * @param merged of the codebook: tags of merged entries are read as tags of what stands for them
 */
export function readStatements(
  text: Y.Doc,
  layers: ReadonlyMap<string, Y.Doc>,
  merged: Merged,
): Pick<ExchangeDocument, 'text' | 'blocks' | 'statements'> {
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const statements = [...layers].flatMap(([layerId, layer]) =>
    placeStatements({ text, layers: [layer], merged }).map((placed) => toStatement(placed, layerId, canonical)),
  )
  return { text: canonical, blocks: readBlocks(flat), statements: statements.sort(inOrder) }
}

function toStatement(
  { annotation, start, end }: ReturnType<typeof placeStatements>[number],
  layerId: string,
  canonical: string,
): ExchangeStatement {
  const { id, by, createdAt, modifiedAt, quote, actors, themes, memos, facts } = annotation
  const range = start === null || end === null ? null : snapped(canonical, start, end)
  const { prefix, suffix } = range ? captureQuote(canonical, range.start, range.end) : quote
  const words = range ? canonical.slice(range.start, range.end) : quote.exact
  const told = { id, layerId, by, createdAt, modifiedAt, taggedQuote: quote.exact, actors, themes, memos, facts: parseFacts(facts) }
  return { ...told, range, quote: words, prefix, suffix }
}

/** On the same boundaries as an excerpt. */
function snapped(canonical: string, from: number, to: number): { start: number; end: number } {
  const [start, end] = snapToGraphemes(canonical, from, to)
  return { start, end }
}

function inOrder(a: ExchangeStatement, b: ExchangeStatement): number {
  const last = Number.POSITIVE_INFINITY
  return (a.range?.start ?? last) - (b.range?.start ?? last) || (a.range?.end ?? last) - (b.range?.end ?? last) || (a.id < b.id ? -1 : 1)
}
