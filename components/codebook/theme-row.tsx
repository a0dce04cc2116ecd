'use client'

import { type DragEvent, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { StateWord } from '#/components/ui/state-word.tsx'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeHue } from '#/lib/codebook/theme-hue.ts'
import type { TreeRow } from '#/lib/codebook/tree-rows.ts'
import type { ThemeUses } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { ThemeMoves } from './theme-tree.tsx'

const DRAGGED = 'application/x-interline-theme'

interface ThemeRowProps {
  row: TreeRow<Theme>
  uses: ThemeUses
  hue: ThemeHue
  /** Undefined for a theme without sub-themes. */
  expanded: boolean | undefined
  open: boolean
  tabIndex: 0 | -1
  onOpen: (id: string) => void
  onToggle: (id: string) => void
  moves?: ThemeMoves
}

/** One theme of the tree. Dropping another one on it puts that one below; with Shift it asks to merge them. */
export function ThemeRow({
  row: { item: theme, level, dimmed },
  uses,
  hue,
  expanded,
  open,
  tabIndex,
  onOpen,
  onToggle,
  moves,
}: ThemeRowProps) {
  const [over, setOver] = useState(false)
  const classes = ['themes__row', open && 'is-on', dimmed && 'is-dimmed', over && 'is-target', moves?.cutId === theme.id && 'is-cut']
  const own = counted(uses.own, 'statement')
  const counts = expanded === undefined ? own : t('{own}, {sum} with sub-themes', { own, sum: uses.withSubthemes })
  const drag = moves && {
    draggable: true,
    onDragStart: (event: DragEvent) => event.dataTransfer.setData(DRAGGED, theme.id),
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const id = event.dataTransfer.getData(DRAGGED)
      if (!id || id === theme.id) return
      if (event.shiftKey) moves.onMerge(id, theme.id)
      else moves.onNest(id, theme.id)
    },
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are answered by the tree
    <div
      role="treeitem"
      className={classes.filter(Boolean).join(' ')}
      data-id={theme.id}
      data-level={Math.min(level, 6)}
      aria-level={level}
      aria-expanded={expanded}
      aria-selected={open}
      aria-label={[theme.name, theme.state !== 'live' && (theme.state === 'proposed' ? t('proposed') : t('archived')), counts]
        .filter(Boolean)
        .join(', ')}
      tabIndex={tabIndex}
      onClick={() => onOpen(theme.id)}
      {...drag}
    >
      <span className="themes__name">
        {expanded === undefined ? (
          <span className="themes__tw" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className="themes__tw"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation()
              onToggle(theme.id)
            }}
          >
            <Icon name={expanded ? 'down' : 'right'} small />
          </button>
        )}
        <span className={hue.ring ? 'dot dot--ring' : 'dot'} data-h={hue.hue} />
        <bdi className="clip">{theme.name}</bdi>
        {theme.hotkey !== null && <Kbd>{theme.hotkey}</Kbd>}
        <StateWord state={theme.state} />
      </span>
      <span className="themes__def clip muted hide-small" dir="auto">
        {theme.definition}
      </span>
      <span className="num r">{numberWords(uses.own)}</span>
      <span className="num r muted">{expanded === undefined ? '' : numberWords(uses.withSubthemes)}</span>
    </div>
  )
}
