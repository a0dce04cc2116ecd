import type { Stance } from '#/lib/codebook/codebook.ts'
import { ChipRemove } from './chip-remove.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'

/** The sign of a stance, so that it reads without colour; none: no stance was recorded. */
export const STANCE_ICONS: Record<Stance, IconName | null> = {
  supports: 'supports',
  opposes: 'opposes',
  neutral: 'neutral',
  mixed: 'mixed',
  none: null,
}

interface ThemeChipProps {
  name: string
  /** Base hue 1 to 12 (the branch's when the theme has none). */
  hue: number
  stance?: Stance
  large?: boolean
  /** Not offered any more, and kept here. */
  archived?: boolean
  /** Shows a button "Remove <name>". */
  onRemove?: () => void
}

/** A theme: the hue says what it is about, the sign how the source stands to it. */
export function ThemeChip({ name, hue, stance = 'none', large = false, archived = false, onRemove }: ThemeChipProps) {
  const sign = STANCE_ICONS[stance]
  const words = [name, stance !== 'none' && stance, archived && 'archived'].filter(Boolean).join(', ')
  const classes = ['chip chip--theme', large && 'chip--lg', archived && 'chip--archived'].filter(Boolean).join(' ')
  return (
    <span className={classes} data-h={hue} title={words}>
      {sign && <Icon name={sign} small />}
      <span dir="auto">{name}</span>
      {stance !== 'none' && <span className="sr">, {stance}</span>}
      {archived && <span className="sr">, archived</span>}
      {onRemove && <ChipRemove name={name} onRemove={onRemove} />}
    </span>
  )
}
