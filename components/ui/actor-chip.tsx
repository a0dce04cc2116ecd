import type { ActorRole } from '#/lib/codebook/codebook.ts'
import { ChipRemove } from './chip-remove.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'

export const ROLE_ICONS: Record<ActorRole, IconName> = { source: 'source', recipient: 'target', mentioned: 'mention' }

interface ActorChipProps {
  name: string
  /** How the actor stands in the statement. */
  actorRole?: ActorRole
  /** A hue of its own; actors are neutral unless someone chose one. */
  hue?: number | null
  large?: boolean
  /** Not offered any more, and kept here. */
  archived?: boolean
  /** Shows a button "Remove <name>". */
  onRemove?: () => void
}

/** An actor: a neutral chip whose glyph says the role in the statement. */
export function ActorChip({ name, actorRole, hue, large = false, archived = false, onRemove }: ActorChipProps) {
  const words = [name, actorRole, archived && 'archived'].filter(Boolean).join(', ')
  const classes = ['chip', large && 'chip--lg', archived && 'chip--archived'].filter(Boolean).join(' ')
  return (
    <span className={classes} data-h={hue ?? undefined} title={words}>
      {actorRole && <Icon name={ROLE_ICONS[actorRole]} small />}
      {hue != null && <span className="dot" />}
      <span dir="auto">{name}</span>
      {actorRole && <span className="sr">, {actorRole}</span>}
      {archived && <span className="sr">, archived</span>}
      {onRemove && <ChipRemove name={name} onRemove={onRemove} />}
    </span>
  )
}
