import type { ProjectedRow } from '#/db/queries/excerpt-projection.ts'
import { NO_FACTS } from '#/lib/annotation/facts.ts'
import { factColumns } from '#/lib/excerpt/fact-columns.ts'
import { makeExcerpt } from './make-excerpt.ts'

/** A row as the projection makes it: the word "hotline" of "The hotline with Russia is open.", without tags. */
export function makeProjectedRow(given: Pick<ProjectedRow, 'annotationId' | 'layerId' | 'taggerId'>): ProjectedRow {
  const { document: _, tagger: __, facts: ___, ...passage } = makeExcerpt('The hotline with Russia is open.', 'hotline')
  const units = { sentenceStart: 0, sentenceEnd: 32, paragraphStart: 0, paragraphEnd: 32 }
  return {
    ...passage,
    ...units,
    ...factColumns(NO_FACTS),
    survival: 1,
    search: 'hotline',
    actors: [],
    themes: [],
    ...given,
  }
}
