import Link from 'next/link'
import { memo } from 'react'
import { ExcerptMeta } from '#/components/excerpts/excerpt-meta.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { nameAt } from '#/lib/codebook/name-at.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { nearContext } from '#/lib/excerpt/context.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'

interface MentionProps {
  workspaceId: string
  actor: Actor
  excerpt: Excerpt
  now: number
}

/** UTF-16 units of context on each side. */
const NEAR = 180

/** One passage that names the actor, under its document; with the name the actor had on that day, when it was another. */
export const Mention = memo(function Mention({ workspaceId, actor, excerpt, now }: MentionProps) {
  const { annotationId, document, quote, state } = excerpt
  const context = nearContext({ before: excerpt.contextBefore, after: excerpt.contextAfter }, NEAR)
  const { publishedOn: day, language } = document
  // Only a former name is worth a word; that Russian documents write Cyrillic is not.
  const called = nameAt(actor, { day }) === actor.name ? actor.name : nameAt(actor, { day, language })
  return (
    <li className="actormention">
      <div className="actormention__body">
        <p className="ex__doc faint">
          <bdi lang={langAttribute(document.language)}>{document.title}</bdi>
          {document.outlet && ' · '}
          <bdi>{document.outlet}</bdi>
          {document.publishedOn && ` · ${shortDate(document.publishedOn)}`}
          {called !== actor.name && (
            <>
              {' · '}
              <span className="actormention__name">
                {t('named')} <bdi>{called}</bdi> {t('then')}
              </span>
            </>
          )}
        </p>
        <p className="ex__t" lang={langAttribute(document.language)} dir={document.direction} data-h={excerpt.themes[0]?.hue}>
          <span className="ctx">{plainLines(context.before)}</span>
          <Link
            className={state === 'orphan' ? 'hit hit--gone' : 'hit'}
            href={passagePath(workspaceId, document.id, annotationId)}
            prefetch={false}
          >
            {plainLines(quote)}
          </Link>
          <span className="ctx">{plainLines(context.after)}</span>
        </p>
        {state === 'orphan' && (
          <p className="ex__note">
            <Icon name="alert" small />
            {t('Detached: these words were deleted from the text.')}
          </p>
        )}
      </div>
      <ExcerptMeta workspaceId={workspaceId} excerpt={excerpt} now={now} />
    </li>
  )
})
