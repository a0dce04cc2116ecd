import type * as Y from 'yjs'
import { readAliases } from '#/lib/anchor/alias.ts'
import { findCandidates } from '#/lib/anchor/candidates.ts'
import { captureQuote } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import type { Annotation, Placement, Quote } from '#/lib/annotation/model.ts'
import type { PassageRange } from '#/lib/edition/apply-edition.ts'
import type { EditionReport, LostStatement } from '#/lib/edition/report.ts'
import { ALIAS_NAME, canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'

/** A statement with the words it has. */
export interface PlacedStatement extends PassageRange {
  annotation: Annotation
  quote: Quote
  /** All of its words; the quote holds the first. */
  words: string
}

/** Statements for which candidates are looked for; with more lost than this it is another text. */
const MOST_SEARCHED = 200
/** UTF-16 units of a statement's words that a report keeps; there may be thousands of statements. */
const LONGEST_WORDS = 400
/** What stands on either side of a candidate, in UTF-16 units. */
const CONTEXT = 60

/** The statements whose words are in the text now. */
export function placeStatements(text: Y.Doc, layers: readonly Y.Doc[]): PlacedStatement[] {
  const { canonical, placementOf } = placements(text)
  return layers.flatMap(readAnnotations).flatMap((annotation) => {
    const place = placementOf(annotation)
    if (place.state !== 'anchored') return []
    const { start, end } = place
    return [{ annotation, start, end, quote: captureQuote(canonical, start, end), words: canonical.slice(start, end) }]
  })
}

/** What became of them in a text that was changed since. */
export function compareStatements(before: readonly PlacedStatement[], text: Y.Doc): EditionReport['statements'] {
  const { canonical, placementOf } = placements(text)
  const statements: EditionReport['statements'] = { kept: 0, changed: [], lost: [] }
  for (const { annotation, quote, words } of before) {
    const place = placementOf(annotation)
    const after = place.state === 'anchored' ? canonical.slice(place.start, place.end) : null
    if (after === words) statements.kept++
    else if (after !== null) {
      statements.changed.push({
        annotationId: annotation.id,
        before: words.slice(0, LONGEST_WORDS).toWellFormed(),
        after: after.slice(0, LONGEST_WORDS).toWellFormed(),
      })
    } else {
      const near = place.state === 'orphan' ? place.near : null
      const isSearched = statements.lost.length < MOST_SEARCHED
      statements.lost.push({
        annotationId: annotation.id,
        before: words.slice(0, LONGEST_WORDS).toWellFormed(),
        candidates: isSearched ? candidatesOf(canonical, quote, near) : [],
      })
    }
  }
  return statements
}

function candidatesOf(canonical: string, quote: Quote, near: number | null): LostStatement['candidates'] {
  return findCandidates(canonical, quote, { near }).map(({ start, end, score }) => ({
    prefix: canonical.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
    words: canonical.slice(start, Math.min(end, start + LONGEST_WORDS)).toWellFormed(),
    suffix: canonical.slice(end, end + CONTEXT).toWellFormed(),
    score,
  }))
}

function placements(doc: Y.Doc): { canonical: string; placementOf(annotation: Annotation): Placement } {
  const text = doc.getText(TEXT_NAME)
  const index = buildIdIndex(text)
  const aliases = readAliases(doc.getMap(ALIAS_NAME))
  return { canonical: canonicalText(text), placementOf: ({ runs }) => resolveRuns(index, runs, aliases) }
}
