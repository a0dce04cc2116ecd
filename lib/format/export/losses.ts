import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'

/** How much there is among the excerpts of an export of what not every format holds. */
export interface LossCounts {
  excerpts: number
  documents: number
  /** Excerpts whose words were deleted from the text. */
  detached: number
  /** Excerpts with a memo. */
  memos: number
  /** Messages of discussions that were not deleted. */
  comments: number
  /** Excerpts that say something of their event: status, certainty, date, place or who reports. */
  events: number
  /** Those that say when more exactly than a status and a certainty: date, place or who reports. */
  details: number
  /** Those that give coordinates of a place, or say who reports. */
  coordinates: number
  /** Excerpts with a stance towards a theme, and those with one that is neither support nor opposition. */
  stances: number
  shades: number
  /** Excerpts without a tag, and those with themes and no source to hold them. */
  untagged: number
  unsourced: number
  /** Excerpts that somebody marked as important: no format has a place for that. */
  important: number
  /** Excerpts that were tagged with a recipient or somebody mentioned. */
  otherRoles: number
  /** Excerpts whose words were changed since they were tagged, or differ from the original. */
  past: number
  /** Excerpts with more than 32,767 characters in one cell. */
  long: number
}

/** `words`: the quotes of all excerpts; `everything`: all they say. */
export type Loss = Exclude<keyof LossCounts, 'excerpts' | 'documents'> | 'words' | 'everything'

const excerpts = (n: number) => counted(n, 'excerpt')

const SENTENCES: Record<Exclude<Loss, 'everything'>, (n: number) => string> = {
  detached: (n) => t('{excerpts} whose words were deleted from the text: they have no place in it.', { excerpts: excerpts(n) }),
  memos: (n) => t('The memos of {excerpts}.', { excerpts: excerpts(n) }),
  comments: (n) => t('{comments} in discussions.', { comments: counted(n, 'comment') }),
  events: (n) => t('Status, certainty, date, place and who reports, of {excerpts}.', { excerpts: excerpts(n) }),
  details: (n) => t('Date, place or who reports, of {excerpts}.', { excerpts: excerpts(n) }),
  coordinates: (n) => t('Coordinates of the place and who reports, of {excerpts}.', { excerpts: excerpts(n) }),
  words: (n) => t('The words of {excerpts}: they are only counted.', { excerpts: excerpts(n) }),
  stances: (n) => t('The stance towards themes, of {excerpts}.', { excerpts: excerpts(n) }),
  shades: (n) => t('Stances that are neither support nor opposition, of {excerpts}.', { excerpts: excerpts(n) }),
  untagged: (n) => t('{excerpts} without a tag.', { excerpts: excerpts(n) }),
  unsourced: (n) => t('{excerpts} with a theme that no source speaks on.', { excerpts: excerpts(n) }),
  otherRoles: (n) => t('Recipients and those mentioned, of {excerpts}.', { excerpts: excerpts(n) }),
  important: (n) => t('Who finds them important, of {excerpts}.', { excerpts: excerpts(n) }),
  past: (n) => t('Earlier words, of {excerpts} whose text was changed.', { excerpts: excerpts(n) }),
  long: (n) => t('The end of the longest words, of {excerpts}: a cell holds 32,767 characters.', { excerpts: excerpts(n) }),
}

/** What of these very excerpts a file does not hold, one sentence each; empty when it holds them all. */
export function exportLosses(loses: readonly Loss[], counts: LossCounts): string[] {
  if (loses.includes('everything'))
    return [t('All of {excerpts}: only the documents they stand in are listed.', { excerpts: excerpts(counts.excerpts) })]
  return [...loses, 'important' as const].flatMap((loss) => {
    const count = loss === 'everything' ? 0 : counts[loss === 'words' ? 'excerpts' : loss]
    return loss !== 'everything' && count > 0 ? [SENTENCES[loss](count)] : []
  })
}
