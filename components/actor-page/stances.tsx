import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import { codeWord } from '#/lib/annotation/code-word.ts'
import type { ActorStances } from '#/lib/codebook/actor-profile.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { themeHues } from '#/lib/codebook/theme-hue.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

interface StancesProps {
  workspaceId: string
  actor: Actor
  themes: readonly Theme[]
  stances: readonly ActorStances[]
}

const SHOWN = ['supports', 'opposes', 'neutral', 'mixed'] as const

/** What the actor, where it speaks or acts, is for and against. */
export function Stances({ workspaceId, actor, themes, stances }: StancesProps) {
  const hues = themeHues(themes)
  return (
    <section className="actorcard">
      <h2>{t('Supports and opposes')}</h2>
      {stances.length === 0 ? (
        <p className="faint">{t('It is the source of no statement with a theme.')}</p>
      ) : (
        <table className="grid actorcard__rows" aria-label={t('Supports and opposes')}>
          <thead>
            <tr>
              <th>{t('Theme')}</th>
              {SHOWN.map((stance) => (
                <th key={stance} className="r" title={stance}>
                  <Icon name={STANCE_ICONS[stance] ?? 'neutral'} small />
                  <span className="sr">{codeWord(stance)}</span>
                </th>
              ))}
              <th className="r">{t('All')}</th>
            </tr>
          </thead>
          <tbody>
            {stances.map((row) => {
              const path = pathOf(themes, row.id).map(({ name }) => name)
              const href = `/w/${workspaceId}/excerpts?actor=${actor.id}.source&theme=${row.id}&below=0`
              const hue = hues.get(row.id)
              return (
                <tr key={row.id}>
                  <td>
                    <span className="detail__main" title={path.join(' › ')}>
                      <span className={hue?.ring ? 'dot dot--ring' : 'dot'} data-h={hue?.hue} />
                      <bdi className="clip">{path.at(-1)}</bdi>
                    </span>
                  </td>
                  {SHOWN.map((stance) => (
                    <td key={stance} className="r num">
                      {row[stance] === 0 ? (
                        <span className="faint">0</span>
                      ) : (
                        <Link
                          href={`${href}&stance=${stance}`}
                          prefetch={false}
                          aria-label={t('{stance} {stance2}: {path}. Show excerpts', {
                            stance: row[stance],
                            stance2: stance,
                            path: path.at(-1),
                          })}
                        >
                          {numberWords(row[stance])}
                        </Link>
                      )}
                    </td>
                  ))}
                  <td className="r num">
                    <Link
                      href={href}
                      prefetch={false}
                      aria-label={t('All {statements}: {path}. Show excerpts', { statements: row.statements, path: path.at(-1) })}
                    >
                      {numberWords(row.statements)}
                    </Link>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
