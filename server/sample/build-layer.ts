import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { printFacts, type Reporter } from '#/lib/annotation/facts.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { parseEdtf } from '#/lib/date/edtf.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { findQuote } from './find-quote.ts'
import { idOf } from './place-codebook.ts'
import type { SampleAnalyst, SampleFacts, SampleTag } from './sample-data.ts'

export interface SampleWriter {
  codebook: Codebook
  /** User ids. */
  analysts: Record<SampleAnalyst, string>
  /** When the nth tag was made, ms since 1970. */
  timeOf: (n: number) => number
}

/**
 * The shared layer of a sample source: its tags, put on the words of its text by the commands the product itself uses.
 * @throws when a quote does not stand in the text or a name is not in the codebook
 */
export function buildLayer(textDoc: Y.Doc, tags: readonly SampleTag[], { codebook, analysts, timeOf }: SampleWriter): Y.Doc {
  const text = textDoc.getText(TEXT_NAME)
  const canonical = canonicalText(text)
  const index = buildIdIndex(text)
  const layer = new Y.Doc()
  for (const [n, tag] of tags.entries()) {
    const [start, end] = findQuote(canonical, tag.quote, tag.nth)
    const annotation = {
      userId: analysts[tag.by],
      runs: captureRuns(index, start, end),
      quote: captureQuote(canonical, start, end),
      actors: (tag.actors ?? []).map(([name, role]) => ({ actorId: idOf(codebook.actors, name), role })),
      themes: (tag.themes ?? []).map(([name, stance]) => ({ themeId: idOf(codebook.themes, name), stance })),
      memo: tag.memo,
      facts: tag.facts && printSampleFacts(tag.facts, codebook),
      now: timeOf(n),
    }
    createAnnotation(layer, annotation, 'sample')
  }
  return layer
}

/** @throws when the date is none that is kept */
function printSampleFacts(given: SampleFacts, { actors }: Codebook) {
  const { status = null, certainty = null, date = null, place = '', point, precision = null, reportedBy = [] } = given
  const read = date === null ? null : parseEdtf(date)
  if (date !== null && !read) throw new Error(`"${date}" is no date`)
  const where = point ? { latitude: point[0], longitude: point[1] } : null
  const chain = reportedBy.map((name): Reporter => {
    const actor = actors.find((one) => one.name === name)
    return actor ? { actor: actor.id } : { name }
  })
  return printFacts({
    status,
    certainty,
    date: read,
    place: place || where ? { name: place, point: where, precision } : null,
    reportedBy: chain,
  })
}
