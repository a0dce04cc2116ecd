import { useContext } from 'react'
import { ActorChip } from '#/components/ui/actor-chip.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { copyCitations, copyLink } from './copy-citations.ts'
import { EntryStates } from './entry-states.ts'

/** Who, to whom, what, how; who said so when; and the ways to cite it. */
export function ExcerptMeta({ workspaceId, excerpt, now }: { workspaceId: string; excerpt: Excerpt; now: number }) {
  const { actors, themes, tagger, createdAt, importantTo } = excerpt
  const states = useContext(EntryStates)
  return (
    <div className="ex__m">
      {actors.map(({ id, name, role }) => (
        <ActorChip key={`${id} ${role}`} name={name} actorRole={role} state={states.get(id)} />
      ))}
      {themes.map(({ id, path, hue, stance }) => (
        <ThemeChip key={id} name={path.at(-1) ?? ''} hue={hue} stance={stance} state={states.get(id)} />
      ))}
      {importantTo.length > 0 && (
        <span className="ex__star" title={t('Marked as important')}>
          <Icon name="star" />
          <span className="sr">{t('Marked as important')}</span>
        </span>
      )}
      <span className="ex__by">
        <Avatar person={tagger} small decorative />
        <bdi className="clip">{tagger.name}</bdi>
        <span aria-hidden="true">·</span>
        <TimeAgo at={createdAt} now={now} />
        <span className="ex__acts">
          <IconButton icon="quote" small label={t('Copy citation')} onClick={() => copyCitations(workspaceId, [excerpt])} />
          <IconButton icon="link" small label={t('Copy link')} onClick={() => copyLink(workspaceId, excerpt)} />
        </span>
      </span>
    </div>
  )
}
