import { codeWord } from '#/lib/annotation/code-word.ts'
import type { ActorRole, EntryState } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { ChipRemove } from './chip-remove.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'
import { StateWord } from './state-word.tsx'

export const ROLE_ICONS: Record<ActorRole, IconName> = { source: 'source', recipient: 'target', mentioned: 'mention' }

interface ActorChipProps {
  name: string
  /** How the actor stands in the statement. */
  actorRole?: ActorRole
  /** A hue of its own; actors are neutral unless someone chose one. */
  hue?: number | null
  large?: boolean
  /** Proposed ones and archived ones say so. */
  state?: EntryState
  /** What else a pointer that rests on it is told, in lines. */
  more?: string
  /** Shows a button "Remove <name>". */
  onRemove?: () => void
}

/** An actor: a neutral chip whose glyph says the role in the statement. */
export function ActorChip({ name, actorRole, hue, large = false, state = 'live', more = '', onRemove }: ActorChipProps) {
  const words = [name, actorRole && codeWord(actorRole), state !== 'live' && codeWord(state)].filter(Boolean).join(', ')
  const classes = ['chip', large && 'chip--lg', state !== 'live' && `chip--${state}`].filter(Boolean).join(' ')
  return (
    <span className={classes} data-h={hue ?? undefined} title={more === '' ? words : `${words}\n${more}`}>
      {actorRole && <Icon name={ROLE_ICONS[actorRole]} small />}
      {hue != null && <span className="dot" />}
      <span dir="auto">{name}</span>
      {actorRole && <span className="sr">, {codeWord(actorRole)}</span>}
      {state === 'archived' && <span className="sr">{t(', archived')}</span>}
      {state === 'proposed' && <StateWord state={state} />}
      {onRemove && <ChipRemove name={name} onRemove={onRemove} />}
    </span>
  )
}
