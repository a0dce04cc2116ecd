import { GlyphIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { matchRange } from '#/lib/codebook/match-names.ts'
import { ChordKeys } from './chord-keys.tsx'
import type { PaletteOption } from './palette-option.ts'

interface PaletteRowProps {
  id: string
  option: PaletteOption
  /** What was typed. */
  words: string
  isActive: boolean
  onPoint: () => void
  onChoose: (beside: boolean) => void
}

/** A row of the palette: what it is, what was typed in bold, its keys. */
export function PaletteRow({ id, option, words, isActive, onPoint, onChoose }: PaletteRowProps) {
  const { name, more, lang, drawing, keys } = option
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the keyboard and names the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are handled in the field
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'opt is-active' : 'opt'}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      {'icon' in drawing ? (
        <Icon name={drawing.icon} />
      ) : 'hue' in drawing ? (
        <span className="dot" data-h={drawing.hue} />
      ) : (
        <GlyphIcon glyph={drawing.glyph} />
      )}
      <span className="palette__words">
        <bdi lang={lang}>
          <Marked name={name} words={words} />
        </bdi>
        {more && <span className="palette__more">{more}</span>}
      </span>
      {keys?.[0] && <ChordKeys chord={keys[0]} />}
    </div>
  )
}

function Marked({ name, words }: { name: string; words: string }) {
  const range = matchRange(name, words)
  if (!range) return name
  return (
    <>
      {name.slice(0, range[0])}
      <b>{name.slice(...range)}</b>
      {name.slice(range[1])}
    </>
  )
}
