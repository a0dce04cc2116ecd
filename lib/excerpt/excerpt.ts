import type { Facts } from '#/lib/annotation/facts.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { ExcerptPassage } from '#/lib/excerpt/passage.ts'
import { t } from '#/lib/message/t.ts'

/** What is said of the source an excerpt stands in. */
export interface ExcerptDocument extends Omit<DocumentMetaInput, 'kind'> {
  id: string
}

export interface ExcerptActor {
  id: string
  name: string
  /** `slug` of a kind of the workspace. */
  kind: string
  role: ActorRole
}

export interface ExcerptTheme {
  id: string
  /** Names from the top of the tree to the theme itself; never empty. */
  path: string[]
  /** Base hue 1 to 12: its own, or its branch's. */
  hue: number
  stance: Stance
}

/** A link of a chain of reported speech. */
export interface ExcerptReporter {
  /** The actor; null for a name that nobody entered in the codebook. */
  id: string | null
  name: string
}

/** What a statement says about the event it reports, with the names of who reports it. */
export interface ExcerptFacts extends Omit<Facts, 'reportedBy'> {
  /** From who tells us to who saw it. */
  reportedBy: ExcerptReporter[]
}

/** An annotation resolved to words, with everything a reader or another tool needs to use it on its own. */
export interface Excerpt extends ExcerptPassage {
  annotationId: string
  layerId: string
  document: ExcerptDocument
  /** Whole words on each side, to read the passage (see context.ts). */
  contextBefore: string
  contextAfter: string
  tagger: { id: string; name: string }
  /** Ids of those who marked it as important. */
  importantTo: string[]
  /** ms since 1970. */
  createdAt: number
  modifiedAt: number
  /** Sources first, then recipients, then those mentioned; by name. */
  actors: ExcerptActor[]
  /** In the order of their paths. */
  themes: ExcerptTheme[]
  facts: ExcerptFacts
}

/** Some of the excerpts that match, in order. */
export interface ExcerptPage {
  excerpts: Excerpt[]
  /** Where the next page starts; null at the end. */
  next: string | null
  /** When they are grouped: what they stand under, in their order. */
  groups?: PageGroup[]
}

/** A group as far as it is on a page. */
export interface PageGroup {
  /** Id of a theme, actor or person; null: those that have none. */
  key: string | null
  /** How many of the page's excerpts stand in it. */
  shown: number
  /** How many match in all. */
  count: number
}

/** UTF-16 units of a passage as tagged that are kept. */
export const TAGGED_LIMIT = 512

/** Whether the words of the passage were changed since it was tagged. Of a passage longer than what was kept, only the beginning is compared. */
export function isEdited(excerpt: Pick<Excerpt, 'quote' | 'taggedQuote' | 'state'>): boolean {
  if (excerpt.state === 'orphan') return false
  const { quote, taggedQuote } = excerpt
  // A cut that would halve a surrogate pair is one unit shorter.
  return taggedQuote.length < TAGGED_LIMIT - 1 ? quote !== taggedQuote : !quote.startsWith(taggedQuote)
}

/** Whether the source says something else where the words of the passage came from; false when none of them came from it. */
export function differsFromOriginal({ quote, originalQuote }: Pick<Excerpt, 'quote' | 'originalQuote'>): boolean {
  return originalQuote !== null && originalQuote.trim() !== quote.trim()
}

/** What the source is called beside its words: "Original", or "Edition 2" once there is more than the import. */
export function originalName({ originalEdition }: Pick<Excerpt, 'originalEdition'>): string {
  return originalEdition === null || originalEdition === 1 ? t('Original') : t('Edition {originalEdition}', { originalEdition })
}

/** The address of a passage within the product, from the site's root. */
export function passagePath(workspaceId: string, documentId: string, annotationId: string): string {
  return `/w/${workspaceId}/documents/${documentId}?annotation=${annotationId}`
}
