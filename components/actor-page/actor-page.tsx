'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useCodebookRefresh } from '#/components/codebook/use-codebook-refresh.ts'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { useKind } from '#/components/ui/kinds-context.ts'
import { codeWord } from '#/lib/annotation/code-word.ts'
import type { ActorRole } from '#/lib/codebook/codebook.ts'
import type { LoadedActor } from '#/lib/codebook/loaded-actor.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { ActorFacts } from './actor-facts.tsx'
import { Mentions } from './mentions.tsx'
import { OverTime } from './over-time.tsx'
import { Partners } from './partners.tsx'
import { Stances } from './stances.tsx'

interface ActorPageProps {
  workspaceId: string
  loaded: LoadedActor
  /** Only mentions in this role; null: in any. */
  role: ActorRole | null
  canManage: boolean
  /** When the server drew the page, ms since 1970. */
  now: number
}

/** Everything the statements of a workspace say of one actor: when, in which role, with whom, for and against what, word by word. */
export function ActorPage({ workspaceId, loaded, role, canManage, now }: ActorPageProps) {
  const { actor, codebook, details, profile, mentions, address } = loaded
  const { uses } = profile
  const kind = useKind(actor.kind)
  useCodebookRefresh(workspaceId)
  // What others tag while one reads waits for a click: nothing moves under the reader's eyes.
  const [shown, setShown] = useState({ mentions, address, of: uses.statements })
  if (shown.address !== address) setShown({ mentions, address, of: uses.statements })
  const above = pathOf(codebook.actors, actor.id).slice(0, -1)
  const changed = uses.statements - shown.of

  return (
    <main className="page actorpage" id="main">
      <header className="actorpage__head">
        <nav className="faint actorpage__path" aria-label={t('Part of')}>
          <Link href={`/w/${workspaceId}/actors`}>{t('Actors')}</Link>
          {above.map(({ id, name }) => (
            <span key={id}>
              {' › '}
              <Link href={`/w/${workspaceId}/actors/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            </span>
          ))}
        </nav>
        <div className="row">
          <ActorKindIcon kind={actor.kind} />
          <h1 dir="auto">{actor.name}</h1>
          <span className="muted">
            {kind.name}
            {actor.state !== 'live' && `, ${codeWord(actor.state)}`}
          </span>
          <span className="grow" />
          <Link className="btn" href={`/w/${workspaceId}/actors#${actor.id}`}>
            {canManage ? t('Edit') : t('Show in the list')}
          </Link>
        </div>
        {actor.description && (
          <p className="muted actorpage__lead" dir="auto">
            {actor.description}
          </p>
        )}
      </header>
      <div className="actorpage__body">
        <div className="actorpage__main">
          {uses.statements === 0 ? (
            <EmptyState
              title={t('No statement names {actor} yet', { actor: actor.name })}
              lead={t('Tag a passage with it, and it is counted here.')}
            />
          ) : (
            <>
              <p className="actorpage__sum num">
                {t('{statements} in {documents}', {
                  statements: counted(uses.statements, 'statement'),
                  documents: counted(uses.documents, 'document'),
                })}
              </p>
              <OverTime workspaceId={workspaceId} actorId={actor.id} profile={profile} />
              <div className="actorpage__pair">
                <Partners workspaceId={workspaceId} actor={actor} actors={codebook.actors} partners={profile.partners} />
                <Stances workspaceId={workspaceId} actor={actor} themes={codebook.themes} stances={profile.stances} />
              </div>
              <Mentions
                key={`${shown.address} ${shown.of}`}
                workspaceId={workspaceId}
                actor={actor}
                role={role}
                uses={uses}
                first={shown.mentions}
                address={shown.address}
                changed={changed}
                onShowChanged={() => setShown({ mentions, address, of: uses.statements })}
                now={now}
              />
            </>
          )}
        </div>
        <ActorFacts workspaceId={workspaceId} actor={actor} actors={codebook.actors} details={details} />
      </div>
    </main>
  )
}
