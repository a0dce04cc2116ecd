import Link from 'next/link'
import { codeWord } from '#/lib/annotation/code-word.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'

/** A statement of a claim, as far as it is shown. */
export interface ShownStatement {
  annotationId: string
  quote: string
  status: string | null
  certainty: string | null
  eventDate: string | null
  publishedOn: string | null
  documentId: string
  title: string
  outlet: string
  language: string
  direction: 'ltr' | 'rtl'
}

/** The words with where and when they stand; the words lead to their place in the text. */
export function Said({ workspaceId, said, isShort = false }: { workspaceId: string; said: ShownStatement; isShort?: boolean }) {
  const { annotationId, quote, status, certainty, documentId, title, outlet, language, direction } = said
  return (
    <>
      {!isShort && (
        <p className="said__words quote" lang={langAttribute(language)} dir={direction}>
          <Link href={passagePath(workspaceId, documentId, annotationId)} prefetch={false}>
            {plainLines(quote)}
          </Link>
        </p>
      )}
      <p className="said__where">
        {isShort ? (
          <Link href={passagePath(workspaceId, documentId, annotationId)} prefetch={false}>
            <bdi lang={langAttribute(language)}>{title}</bdi>
          </Link>
        ) : (
          <bdi lang={langAttribute(language)}>{title}</bdi>
        )}
        {outlet && (
          <>
            {' · '}
            <bdi>{outlet}</bdi>
          </>
        )}
        {` · ${whenOf(said)}`}
        {status && status !== 'asserted' && ` · ${codeWord(status)}`}
        {certainty && certainty !== 'certain' && ` · ${codeWord(certainty)}`}
      </p>
    </>
  )
}

/** The day of the event beside the day it was published, when both are known. */
function whenOf({ eventDate, publishedOn }: ShownStatement): string {
  const published = publishedOn ? shortDate(publishedOn) : t('no date')
  return eventDate ? t('about {shortDate}, published {published}', { shortDate: shortDate(eventDate), published }) : published
}
