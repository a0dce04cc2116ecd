'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { LoadMore } from '#/components/excerpts/load-more.tsx'
import { useExcerptPages } from '#/components/excerpts/use-excerpt-pages.ts'
import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { type Actor, type ActorRole, ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import type { ActorUses } from '#/lib/codebook/uses.ts'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { Mention } from './mention.tsx'

interface MentionsProps {
  workspaceId: string
  actor: Actor
  role: ActorRole | null
  uses: ActorUses
  first: ExcerptPage
  /** Address parameters of the excerpts page that ask for these. */
  address: string
  /** Statements that came (or, below zero, went) since they were listed. */
  changed: number
  onShowChanged: () => void
  now: number
}

/** Every mention in its context, newest document first, page by page. */
export function Mentions({ workspaceId, actor, role, uses, first, address, changed, onShowChanged, now }: MentionsProps) {
  const section = useRef<HTMLElement>(null)
  const pages = useExcerptPages(workspaceId, address, first)
  const place = (asked: ActorRole | null) => `/w/${workspaceId}/actors/${actor.id}${asked ? `?role=${asked}` : ''}`
  return (
    <section ref={section} className="mentions" aria-label={t('Mentions')}>
      <div className="row actormentions__head">
        <h2>{t('Mentions')}</h2>
        <nav className="row actormentions__roles" aria-label={t('Role')}>
          <Link href={place(null)} scroll={false} className="chip" aria-current={role === null ? 'page' : undefined}>
            {t('All {statements}', { statements: uses.statements })}
          </Link>
          {ROLES_IN_STATEMENT.map((asked) => (
            <Link key={asked} href={place(asked)} scroll={false} className="chip" aria-current={role === asked ? 'page' : undefined}>
              <Icon name={ROLE_ICONS[asked]} small />
              {asked} {numberWords(uses[asked])}
            </Link>
          ))}
        </nav>
        <span className="grow" />
        {changed !== 0 && <Button onClick={onShowChanged}>{changed > 0 ? t('{changed} new', { changed }) : t('Show what changed')}</Button>}
        <Link href={`/w/${workspaceId}/excerpts?${address}`}>{t('Open in Excerpts')}</Link>
      </div>
      {pages.excerpts.length === 0 ? (
        <p className="faint">{t('None in this role.')}</p>
      ) : (
        <ul>
          {pages.excerpts.map((excerpt) => (
            <Mention key={excerpt.annotationId} workspaceId={workspaceId} actor={actor} excerpt={excerpt} now={now} />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} scroller={section} />
      {pages.problem && (
        <p className="notice notice--error" role="alert">
          {pages.problem} <Button onClick={pages.loadMore}>{t('Try again')}</Button>
        </p>
      )}
    </section>
  )
}
