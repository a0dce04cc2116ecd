import { codeName, codeWord } from '#/lib/annotation/code-word.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { differsFromOriginal, type Excerpt, isEdited } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'

/** What a report says, in the language of the page, of an excerpt besides its words: names with what is said, in the order they are read. What is unknown is left out. */
export function reportLines(excerpt: Excerpt): [name: string, said: string][] {
  const { status, certainty, date, place, reportedBy } = excerpt.facts
  const event = [status ? codeWord(status) : '', certainty ? codeWord(certainty) : '', date?.edtf ?? '', place ? placeWords(place) : '']
    .filter(Boolean)
    .join(', ')
  const lines: [string, string][] = [
    ...(['source', 'recipient', 'mentioned'] as const).map((role): [string, string] => [
      codeName(role),
      excerpt.actors
        .filter((actor) => actor.role === role)
        .map(({ name }) => name)
        .join('; '),
    ]),
    [
      t('Themes'),
      excerpt.themes.map(({ path, stance }) => path.join(' > ') + (stance === 'none' ? '' : ` (${codeWord(stance)})`)).join('; '),
    ],
    [t('Event'), event],
    [t('Reported by'), reportedBy.map(({ name }) => name).join(' > ')],
    [t('Memo'), plainLines(excerpt.memo)],
    [t('When tagged'), isEdited(excerpt) ? plainLines(excerpt.taggedQuote) : ''],
    [t('Original'), differsFromOriginal(excerpt) ? plainLines(excerpt.originalQuote ?? '').trim() : ''],
    [t('Tagged by'), `${excerpt.tagger.name}, ${new Date(excerpt.createdAt).toISOString().slice(0, 10)}`],
  ]
  return lines.filter(([, said]) => said !== '')
}

function placeWords({ name, point, precision }: NonNullable<Excerpt['facts']['place']>): string {
  const where = point ? `${point.latitude}, ${point.longitude}${precision ? ` (${codeWord(precision)})` : ''}` : ''
  return [name, where].filter(Boolean).join(' ')
}

/** Where in its text an excerpt stands, as a citation gives it. */
export function placeInText({ state, startPoint, endPoint }: Pick<Excerpt, 'state' | 'startPoint' | 'endPoint'>): string {
  return state === 'anchored' && startPoint !== null
    ? t('characters {from}–{to}', { from: String(startPoint), to: String(endPoint) })
    : t('passage no longer in the text')
}

/** Author, outlet and day of a document, as far as known. */
export function sourceLine({ author, outlet, publishedOn }: Excerpt['document']): string {
  return [author, outlet, publishedOn ? shortDate(publishedOn) : ''].filter(Boolean).join(', ')
}
