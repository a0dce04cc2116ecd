import type { IdRun } from '#/lib/annotation/model.ts'
import type { Edition } from '#/lib/document/edition.ts'
import type { OriginalAnswer } from '#/lib/document/original-answer.ts'

/** The text of an edition, with all editions there are. */
export interface Original {
  edition: number
  /** Canonical form. */
  text: string
  /** Ids of its characters in the live text, in order; null when they are not known. */
  runs: readonly IdRun[] | null
  /** Newest first. */
  editions: readonly Edition[]
}

/** Fetches the text of an edition, the latest when none is named; null when the document has no source. Rejects when it cannot be had. */
export async function fetchOriginal(documentId: string, edition: number | null): Promise<Original | null> {
  const response = await fetch(`/api/originals/${documentId}/text${edition === null ? '' : `?edition=${edition}`}`)
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`The original did not come (${response.status}).`)
  const { editions, ...original } = (await response.json()) as OriginalAnswer
  return { ...original, editions: editions.map((each) => ({ ...each, importedAt: new Date(each.importedAt) })) }
}
