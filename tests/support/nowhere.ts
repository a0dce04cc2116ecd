import type { CountedExcerpt } from '#/lib/facets/document-columns.ts'

/** Where a detached excerpt stands. */
export const NOWHERE: CountedExcerpt['stretches'] = { passage: null, sentences: null, paragraphs: null }
