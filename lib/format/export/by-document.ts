import type { Excerpt, ExcerptDocument } from '#/lib/excerpt/excerpt.ts'

/** Excerpts of one document that come after another. */
export interface DocumentStretch {
  document: ExcerptDocument
  excerpts: Excerpt[]
  /** Whether a stretch of the same document came just before: its heading has been written. */
  goesOn: boolean
}

/** Batches cut where the document changes. Holds one batch. */
export async function* byDocument(batches: AsyncIterable<readonly Excerpt[]>): AsyncGenerator<DocumentStretch> {
  let last = ''
  for await (const batch of batches) {
    const stretches: DocumentStretch[] = []
    for (const excerpt of batch) {
      const open = stretches.at(-1)
      if (open?.document.id === excerpt.document.id) {
        open.excerpts.push(excerpt)
        continue
      }
      stretches.push({ document: excerpt.document, excerpts: [excerpt], goesOn: excerpt.document.id === last })
      last = excerpt.document.id
    }
    yield* stretches
  }
}

/** Each document that has an excerpt, once, in order. */
export async function* documentsOf(batches: AsyncIterable<readonly Excerpt[]>): AsyncGenerator<ExcerptDocument> {
  for await (const { document, goesOn } of byDocument(batches)) if (!goesOn) yield document
}
