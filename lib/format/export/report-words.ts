import type { ActorRole } from '#/lib/codebook/codebook.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { differsFromOriginal, type Excerpt, isEdited } from '#/lib/excerpt/excerpt.ts'

const ROLE_WORDS: Record<ActorRole, string> = { source: 'Source', recipient: 'Recipient', mentioned: 'Mentioned' }

/** What a report says of an excerpt besides its words: names with what is said, in the order they are read. What is unknown is left out. */
export function reportLines(excerpt: Excerpt): [name: string, said: string][] {
  const { status, certainty, date, place, reportedBy } = excerpt.facts
  const event = [status ?? '', certainty ?? '', date?.edtf ?? '', place ? placeWords(place) : ''].filter(Boolean).join(', ')
  const lines: [string, string][] = [
    ...(['source', 'recipient', 'mentioned'] as const).map((role): [string, string] => [
      ROLE_WORDS[role],
      excerpt.actors
        .filter((actor) => actor.role === role)
        .map(({ name }) => name)
        .join('; '),
    ]),
    ['Themes', excerpt.themes.map(({ path, stance }) => path.join(' > ') + (stance === 'none' ? '' : ` (${stance})`)).join('; ')],
    ['Event', event],
    ['Reported by', reportedBy.map(({ name }) => name).join(' > ')],
    ['Memo', plainLines(excerpt.memo)],
    ['When tagged', isEdited(excerpt) ? plainLines(excerpt.taggedQuote) : ''],
    ['Original', differsFromOriginal(excerpt) ? plainLines(excerpt.originalQuote ?? '').trim() : ''],
    ['Tagged by', `${excerpt.tagger.name}, ${new Date(excerpt.createdAt).toISOString().slice(0, 10)}`],
  ]
  return lines.filter(([, said]) => said !== '')
}

function placeWords({ name, point, precision }: NonNullable<Excerpt['facts']['place']>): string {
  const where = point ? `${point.latitude}, ${point.longitude}${precision ? ` (${precision})` : ''}` : ''
  return [name, where].filter(Boolean).join(' ')
}

/** Where in its text an excerpt stands, as a citation gives it. */
export function placeInText({ state, startPoint, endPoint }: Pick<Excerpt, 'state' | 'startPoint' | 'endPoint'>): string {
  return state === 'anchored' && startPoint !== null ? `characters ${startPoint}–${endPoint}` : 'passage no longer in the text'
}

/** Author, outlet and day of a document, as far as known. */
export function sourceLine({ author, outlet, publishedOn }: Excerpt['document']): string {
  return [author, outlet, publishedOn ? shortDate(publishedOn) : ''].filter(Boolean).join(', ')
}
