'use client'

import type { KeyboardEvent } from 'react'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeHue } from '#/lib/codebook/theme-hue.ts'
import type { TreeRow } from '#/lib/codebook/tree-rows.ts'
import { NO_THEME_USES, type ThemeUses } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'
import { nextRow } from './row-keys.ts'
import { ThemeRow } from './theme-row.tsx'

interface ThemeTreeProps {
  rows: readonly TreeRow<Theme>[]
  uses: Record<string, ThemeUses>
  hues: ReadonlyMap<string, ThemeHue>
  closed: ReadonlySet<string>
  openId: string | null
  onOpen: (id: string) => void
  /** The arrows moved to this row. */
  onReach: (id: string) => void
  onToggle: (id: string) => void
  /** Absent: this reader may not move themes. */
  moves?: ThemeMoves
}

export interface ThemeMoves {
  /** The theme that was cut, to be put under another. */
  cutId: string | null
  onCut: (id: string) => void
  onPaste: (underId: string) => void
  onNest: (id: string, underId: string) => void
  /** Asks to merge one theme into another. */
  onMerge: (id: string, intoId: string) => void
  /** One place up or down among its siblings. */
  onShift: (id: string, step: 1 | -1) => void
}

/** The theme tree as one tab stop: arrows move, → ← open and close branches, Enter shows the theme. */
export function ThemeTree({ rows, uses, hues, closed, openId, onOpen, onReach, onToggle, moves }: ThemeTreeProps) {
  const stop = rows.some((row) => row.item.id === openId) ? openId : rows[0]?.item.id
  const focus = (id: string) => {
    document.querySelector<HTMLElement>(`.tablewrap [data-id="${id}"]`)?.focus()
    onReach(id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows.find(({ item }) => item.id === (event.target as HTMLElement).dataset.id)
    if (!row) return
    if (moves && moveByKey(event, row.item.id, moves)) return event.preventDefault()
    const next = nextRow(event, '[role="treeitem"]')
    if (next?.dataset.id) return onReach(next.dataset.id)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const expanded = row.hasChildren && !closed.has(row.item.id)
    const below = rows[rows.indexOf(row) + 1]?.item.id
    if (event.key === 'ArrowRight' && row.hasChildren) expanded && below ? focus(below) : onToggle(row.item.id)
    else if (event.key === 'ArrowLeft' && expanded) onToggle(row.item.id)
    else if (event.key === 'ArrowLeft' && row.item.parentId) focus(row.item.parentId)
    else if (event.key === ' ' && row.hasChildren) onToggle(row.item.id)
    else if (event.key === 'Enter') onOpen(row.item.id)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="themes__head" aria-hidden="true">
        <span>{t('Name')}</span>
        <span className="hide-small">{t('Definition')}</span>
        <span className="r">{t('Own')}</span>
        <span className="r">{t('With sub-themes')}</span>
      </div>
      <div role="tree" aria-label={t('Themes')} className="themes" onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <ThemeRow
            key={row.item.id}
            row={row}
            uses={uses[row.item.id] ?? NO_THEME_USES}
            hue={hues.get(row.item.id) ?? { hue: 1, ring: false }}
            expanded={row.hasChildren ? !closed.has(row.item.id) : undefined}
            open={row.item.id === openId}
            tabIndex={row.item.id === stop ? 0 : -1}
            onOpen={onOpen}
            onToggle={onToggle}
            moves={moves}
          />
        ))}
      </div>
    </>
  )
}

/** ⌘X and ⌘V put a theme under another, Alt with ↑ ↓ shifts it. Answers whether the key was one of these. */
function moveByKey(event: KeyboardEvent, id: string, moves: ThemeMoves): boolean {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (command && event.code === 'KeyX') moves.onCut(id)
  else if (command && event.code === 'KeyV' && moves.cutId) moves.onPaste(id)
  else if (event.altKey && event.key === 'ArrowUp') moves.onShift(id, -1)
  else if (event.altKey && event.key === 'ArrowDown') moves.onShift(id, 1)
  else return false
  return true
}
