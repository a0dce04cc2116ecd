'use client'

import '#/components/excerpts/excerpts.css'
import '#/components/excerpts/excerpt-rows.css'
import '#/components/radar/radar.css'
import './mentions.css'
import { useMemo, useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { KindsContext } from '#/components/ui/kinds-context.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import type { MentionFilter } from '#/lib/codebook/radar/listed-mention.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { IgnoredDialog } from './ignored-dialog.tsx'
import { MentionFacet } from './mention-facet.tsx'
import { MentionResults } from './mention-results.tsx'
import { useMentionPages } from './use-mention-pages.ts'

export type ListActor = Pick<Actor, 'id' | 'name' | 'kind'>

interface MentionsScreenProps {
  workspaceId: string
  actors: readonly ListActor[]
  kinds: readonly ActorKind[]
  mayTag: boolean
}

/** Every name of a known actor in the workspace that is not tagged: to be tagged or ignored, one by one or many at once. */
export function MentionsScreen({ workspaceId, actors, kinds, mayTag }: MentionsScreenProps) {
  const [filter, setFilter] = useState<MentionFilter>({ actorId: null, documentId: null })
  const [isOpen, setOpen] = useState(false)
  const [showsIgnored, setShowsIgnored] = useState(false)
  const pages = useMentionPages(workspaceId, filter)
  const byId = useMemo(() => new Map(actors.map((actor) => [actor.id, actor])), [actors])
  const { page } = pages
  return (
    <KindsContext value={kinds}>
      <main className="query" id="main" aria-busy={pages.isLoading}>
        <div className="qbar">
          <div className="qbar__head mentions__head">
            <h1 className="pagetitle">{t('Untagged names')}</h1>
            <p className="muted">{t('Known actors that the texts name where no statement does.')}</p>
            <span className="grow" />
            <Button look="quiet" onClick={() => setShowsIgnored(true)}>
              {t('Ignored names')}
            </Button>
          </div>
        </div>
        <div className="qbody">
          <aside className={isOpen ? 'facets is-open' : 'facets'} aria-label={t('Narrow results')}>
            <button type="button" className="btn facets__toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <Icon name="filter" />
              {isOpen ? t('Hide filters') : t('Narrow results')}
            </button>
            <div className="facets__lists">
              <MentionFacet
                title={t('Actors')}
                chosen={filter.actorId}
                onChoose={(actorId) => setFilter({ ...filter, actorId })}
                values={(page?.byActor ?? []).map(({ actorId, count }) => {
                  const { name = t('Deleted actor'), kind = 'other' } = byId.get(actorId) ?? {}
                  return { key: actorId, name, count, mark: <ActorKindIcon kind={kind} /> }
                })}
              />
              <MentionFacet
                title={t('Documents')}
                chosen={filter.documentId}
                onChoose={(documentId) => setFilter({ ...filter, documentId })}
                values={(page?.byDocument ?? []).map(({ documentId, title, count }) => {
                  return { key: documentId, name: title, count, mark: <Icon name="file" className="kind" /> }
                })}
              />
            </div>
          </aside>
          <MentionResults
            key={`${filter.actorId} ${filter.documentId}`}
            workspaceId={workspaceId}
            filter={filter}
            pages={pages}
            actors={byId}
            mayTag={mayTag}
          />
        </div>
        {showsIgnored && (
          <IgnoredDialog
            workspaceId={workspaceId}
            actors={byId}
            mayTag={mayTag}
            onClose={() => setShowsIgnored(false)}
            onChanged={pages.reload}
          />
        )}
        <span className="sr" role="status">
          {page && !pages.isLoading && counted(page.total, 'untagged name')}
        </span>
      </main>
    </KindsContext>
  )
}
