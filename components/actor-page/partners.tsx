import Link from 'next/link'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import type { ActorPartner } from '#/lib/codebook/actor-profile.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

interface PartnersProps {
  workspaceId: string
  actor: Actor
  actors: readonly Actor[]
  partners: readonly ActorPartner[]
}

/** The actors that stand in the same statements: how often, and who addresses or acts upon whom. */
export function Partners({ workspaceId, actor, actors, partners }: PartnersProps) {
  const byId = new Map(actors.map((other) => [other.id, other]))
  const excerpts = `/w/${workspaceId}/excerpts?actor=`
  return (
    <section className="actorcard">
      <h2>{t('With whom')}</h2>
      {partners.length === 0 ? (
        <p className="faint">{t('No other actor stands in its statements.')}</p>
      ) : (
        <table className="grid actorcard__rows" aria-label={t('With whom')}>
          <thead>
            <tr>
              <th>{t('Actor')}</th>
              <th className="r">{t('Together')}</th>
              <th className="r" title={t('{actor} is source, the other recipient', { actor: actor.name })}>
                {t('To')}
              </th>
              <th className="r" title={t('The other is source, {actor} recipient', { actor: actor.name })}>
                {t('From')}
              </th>
            </tr>
          </thead>
          <tbody>
            {partners.map(({ id, statements, to, from }) => {
              const other = byId.get(id)
              if (!other) return null
              return (
                <tr key={id}>
                  <td>
                    <span className="detail__main">
                      <ActorKindIcon kind={other.kind} />
                      <Link href={`/w/${workspaceId}/actors/${id}`} prefetch={false}>
                        <bdi>{other.name}</bdi>
                      </Link>
                    </span>
                  </td>
                  <Count href={`${excerpts}${actor.id}&actor=${id}`} count={statements} label={t('with {other}', { other: other.name })} />
                  <Count
                    href={`${excerpts}${actor.id}.source&actor=${id}.recipient`}
                    count={to}
                    label={t('to {other}', { other: other.name })}
                  />
                  <Count
                    href={`${excerpts}${actor.id}.recipient&actor=${id}.source`}
                    count={from}
                    label={t('from {other}', { other: other.name })}
                  />
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Count({ href, count, label }: { href: string; count: number; label: string }) {
  return (
    <td className="r num">
      {count === 0 ? (
        <span className="faint">0</span>
      ) : (
        <Link href={href} prefetch={false} aria-label={t('{count} {label}. Show excerpts', { count, label })}>
          {numberWords(count)}
        </Link>
      )}
    </td>
  )
}
