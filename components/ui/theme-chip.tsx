import { codeWord } from '#/lib/annotation/code-word.ts'
import type { EntryState, Stance } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { ChipRemove } from './chip-remove.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'
import { StateWord } from './state-word.tsx'

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
  /** Proposed ones and archived ones say so. */
  state?: EntryState
  /** Shows a button "Remove <name>". */
  onRemove?: () => void
}

/** A theme: the hue says what it is about, the sign how the source stands to it. */
export function ThemeChip({ name, hue, stance = 'none', large = false, state = 'live', onRemove }: ThemeChipProps) {
  const sign = STANCE_ICONS[stance]
  const words = [name, stance !== 'none' && codeWord(stance), state !== 'live' && codeWord(state)].filter(Boolean).join(', ')
  const classes = ['chip chip--theme', large && 'chip--lg', state !== 'live' && `chip--${state}`].filter(Boolean).join(' ')
  return (
    <span className={classes} data-h={hue} title={words}>
      {sign && <Icon name={sign} small />}
      <span dir="auto">{name}</span>
      {stance !== 'none' && <span className="sr">, {codeWord(stance)}</span>}
      {state === 'archived' && <span className="sr">{t(', archived')}</span>}
      {state === 'proposed' && <StateWord state={state} />}
      {onRemove && <ChipRemove name={name} onRemove={onRemove} />}
    </span>
  )
}
