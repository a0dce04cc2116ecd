import Link from 'next/link'
import { DesignationText } from '#/components/codebook/designation-text.tsx'
import { ExternalIdLink } from '#/components/codebook/external-id-link.tsx'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import type { ActorDetails } from '#/lib/codebook/actor-details.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { registerName } from '#/lib/codebook/external-id.ts'
import { validityWords } from '#/lib/codebook/validity.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'

interface ActorFactsProps {
  workspaceId: string
  actor: Actor
  actors: readonly Actor[]
  details: ActorDetails
}

/** What the codebook says of an actor: names, groups, members, parts, identifiers, designations. */
export function ActorFacts({ workspaceId, actor, actors, details }: ActorFactsProps) {
  const { memberships, externalIds, designations } = details
  const parts = actors.filter(({ parentId }) => parentId === actor.id).map((part) => ({ key: part.id, actor: part, note: '' }))
  const others = (end: 'actorId' | 'groupId') =>
    memberships
      .filter((membership) => membership[end === 'actorId' ? 'groupId' : 'actorId'] === actor.id)
      .flatMap((membership) => {
        const other = actors.find(({ id }) => id === membership[end])
        const note = [validityWords(membership), membership.note].filter(Boolean).join(' · ')
        return other ? { key: membership.id, actor: other, note } : []
      })
  return (
    <aside className="actorfacts" aria-label={t('About {actor}', { actor: actor.name })}>
      {actor.aliases.length > 0 && (
        <section>
          <h2>{t('Also known as')}</h2>
          <ul>
            {actor.aliases.map((alias) => (
              <li key={alias.id} className="actorfacts__name">
                <bdi lang={langAttribute(alias.language)}>{alias.name}</bdi>
                {alias.language !== 'und' && <span className="langb">{alias.language}</span>}
                <span className="faint num">{validityWords(alias)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <OtherActors title={t('Member of')} workspaceId={workspaceId} entries={others('groupId')} />
      <OtherActors title={t('Members')} workspaceId={workspaceId} entries={others('actorId')} />
      <OtherActors title={t('Parts')} workspaceId={workspaceId} entries={parts} />
      {designations.length > 0 && (
        <section>
          <h2>{t('Designations')}</h2>
          <ul>
            {designations.map((designation) => (
              <li key={designation.id} className="detail__body">
                <DesignationText designation={designation} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {externalIds.length > 0 && (
        <section>
          <h2>{t('Identifiers')}</h2>
          <dl className="kv">
            {externalIds.map((externalId) => (
              <div key={externalId.id} className="actorfacts__id">
                <dt>{registerName(externalId.scheme)}</dt>
                <dd>
                  <ExternalIdLink externalId={externalId} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </aside>
  )
}

interface OtherActorsProps {
  title: string
  workspaceId: string
  entries: readonly { key: string; actor: Actor; note: string }[]
}

function OtherActors({ title, workspaceId, entries }: OtherActorsProps) {
  if (entries.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {entries.map(({ key, actor, note }) => (
          <li key={key} className="detail__body">
            <span className="detail__main">
              <ActorKindIcon kind={actor.kind} />
              <Link href={`/w/${workspaceId}/actors/${actor.id}`}>
                <bdi>{actor.name}</bdi>
              </Link>
            </span>
            <span className="faint num">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
