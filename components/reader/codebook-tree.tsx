'use client'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { StateWord } from '#/components/ui/state-word.tsx'
import { keyMeant } from '#/lib/keyboard/key-press.ts'
import { armTag, disarm } from './armed-tag.ts'
import type { CodebookRow } from './codebook-rows.ts'
import type { CodebookView } from './codebook-view.ts'
import { startDrag } from './drag-item.ts'
import { leaveCodebook } from './drawer.ts'
import { quickItems } from './quick-items.ts'
import { useModel, useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'
import { applyItem } from './tag-passage.ts'

/** Letters typed within so long spell one name, ms. */
const SPELLING_MS = 600

interface CodebookTreeProps {
  kind: 'actor' | 'theme'
  rows: readonly CodebookRow[]
  filtering: boolean
  onToggle: (id: string) => void
  /** The item under the pointer or the keyboard; null when there is none. */
  onPoint: (item: CodebookItem | null) => void
}

/** The tree of actors or themes. Enter or a click tags the selected words; without any it shows only that item's passages. */
export function CodebookTree({ kind, rows, filtering, onToggle, onPoint }: CodebookTreeProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const focusItem = useReader((state) => state.focusItem)
  const armed = useReader((state) => state.armed)
  const mayTag = model.can('tag')
  const tree = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const typed = useRef({ text: '', at: 0 })
  const keys = useMemo(() => {
    if (!model.can('tag')) return new Map<string, number>()
    const items = quickItems({ codebook, panel: kind === 'actor' ? 'actors' : 'themes' }, model.usesAtOpen)
    return new Map([...items].map(([key, { id }]) => [id, key]))
  }, [codebook, kind, model])
  // While filtering, the first match: the rows above it are only the branch it stands in.
  const first = rows.find(({ dimmed }) => !dimmed) ?? rows[0]
  const stop = rows.some(({ item }) => item.id === current) ? current : first?.item.id

  const apply = (id: string) => {
    const item: CodebookItem = { kind, id }
    if (model.can('tag') && applyItem(model, item)) return
    model.ui.set({ focusItem: focusItem?.id === id ? null : item })
  }
  /** Whoever arms a tag with the keyboard goes on in the text. */
  const armAndLeave = (item: CodebookItem) => {
    armTag(model, item)
    if (model.ui.get().armed) leaveCodebook(model)
  }
  const go = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (!row) return
    setCurrent(row.item.id)
    tree.current?.querySelector<HTMLElement>(`[data-id="${row.item.id}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ item }) => item.id === stop)
    const row = rows[at]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    if (key === 'ArrowDown') go(at + 1)
    else if (key === 'ArrowUp') go(at - 1)
    else if (key === 'Home') go(0)
    else if (key === 'End') go(rows.length - 1)
    else if (key === 'Enter') apply(row.item.id)
    else if (key === 'Escape' && model.ui.get().armed) disarm(model)
    else if (key === 'Escape') leaveCodebook(model)
    else if (key === 'ArrowRight' && row.expanded === false) onToggle(row.item.id)
    else if (key === 'ArrowRight' && row.expanded) go(at + 1)
    else if (key === 'ArrowLeft' && row.expanded && !filtering) onToggle(row.item.id)
    else if (key === 'ArrowLeft') go(rows.findIndex(({ item }) => item.id === row.item.parentId))
    else if (key === ' ' && row.expanded !== null) onToggle(row.item.id)
    else if (keyMeant(event) === 'p' && mayTag && !isSpelling(event, typed.current)) armAndLeave({ kind, id: row.item.id })
    else if (key.length === 1 && key !== '/' && key !== '?') go(byLetters(event, rows, at, typed.current))
    else return
    event.preventDefault()
  }

  if (rows.length === 0) return <p className="tree__empty">{emptySentence(kind, filtering, model.can('propose-codebook'))}</p>
  return (
    <div
      ref={tree}
      className="tree"
      role="tree"
      aria-label={kind === 'actor' ? 'Actors' : 'Themes'}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onPoint(null)}
    >
      {rows.map((row) => (
        <Row
          key={row.item.id}
          kind={kind}
          row={row}
          codebook={codebook}
          hotkey={keys.get(row.item.id)}
          isStop={row.item.id === stop}
          isOn={focusItem?.id === row.item.id}
          isArmed={armed?.id === row.item.id}
          onDrag={mayTag ? (press) => startDrag(model, { kind, id: row.item.id }, press) : null}
          onArm={mayTag ? () => armTag(model, { kind, id: row.item.id }) : null}
          onApply={() => apply(row.item.id)}
          onToggle={() => onToggle(row.item.id)}
          onReach={() => {
            setCurrent(row.item.id)
            onPoint({ kind, id: row.item.id })
          }}
          onPoint={() => onPoint({ kind, id: row.item.id })}
        />
      ))}
    </div>
  )
}

interface RowProps {
  kind: 'actor' | 'theme'
  row: CodebookRow
  codebook: CodebookView
  hotkey: number | undefined
  isStop: boolean
  isOn: boolean
  isArmed: boolean
  /** null: this reader does not tag. */
  onArm: (() => void) | null
  onDrag: ((press: { clientX: number; clientY: number }) => void) | null
  onApply: () => void
  onToggle: () => void
  onReach: () => void
  onPoint: () => void
}

function Row({ kind, row, codebook, hotkey, isStop, isOn, isArmed, onArm, onDrag, onApply, onToggle, onReach, onPoint }: RowProps) {
  const { item, level, expanded, dimmed } = row
  const actor = 'kind' in item ? item : null
  const hue = kind === 'theme' ? codebook.themeHue(item.id) || undefined : (actor?.hue ?? undefined)
  const uses = codebook.uses(item.id)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the tree
    <div
      className={['tree__row', dimmed && 'is-dim', isOn && 'is-on', isArmed && 'is-armed'].filter(Boolean).join(' ')}
      role="treeitem"
      aria-level={level}
      aria-expanded={expanded ?? undefined}
      aria-selected={isOn}
      aria-label={`${item.name}${item.state === 'live' ? '' : `, ${item.state}`}, ${uses} ${uses === 1 ? 'statement' : 'statements'}${isArmed ? ', armed' : ''}`}
      aria-keyshortcuts={onArm ? 'p' : undefined}
      tabIndex={isStop ? 0 : -1}
      data-id={item.id}
      data-h={hue}
      data-level={Math.min(level, 5)}
      // the selection in the text must survive the press
      onPointerDown={(event) => {
        event.preventDefault()
        if (event.button === 0 && event.pointerType === 'mouse') onDrag?.(event)
      }}
      onClick={onApply}
      onFocus={onReach}
      onPointerEnter={onPoint}
    >
      {expanded === null ? (
        <span />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the tree answers the keys for it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys for it
        <span
          className="tree__fold"
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          <Icon name={expanded ? 'down' : 'right'} className="tw" />
        </span>
      )}
      {kind === 'theme' ? (
        <span className={codebook.isRing(item.id) ? 'dot dot--ring' : 'dot'} />
      ) : (
        <ActorKindIcon kind={actor?.kind ?? 'other'} />
      )}
      <span className="tree__name">
        <span dir="auto">{item.name}</span>
        {item.state === 'proposed' && <StateWord state={item.state} />}
        {actor?.aliases[0] && (
          <span className="tree__alias" dir="auto">
            {' '}
            {actor.aliases[0].name}
          </span>
        )}
      </span>
      <span className="tree__meta">
        {hotkey !== undefined && <Kbd>{hotkey}</Kbd>}
        {onArm && <ArmButton name={item.name} isArmed={isArmed} onArm={onArm} />}
      </span>
      <span className="tree__count">{uses || ''}</span>
    </div>
  )
}

/** For the mouse; the tree answers P for it. */
function ArmButton({ name, isArmed, onArm }: { name: string; isArmed: boolean; onArm: () => void }) {
  return (
    <IconButton
      icon="pin"
      label={isArmed ? `Stop tagging with ${name}` : `Arm ${name}: tag every selection with it`}
      small
      tabIndex={-1}
      aria-pressed={isArmed}
      onClick={(event) => {
        event.stopPropagation()
        onArm()
      }}
    />
  )
}

/** Whether a letter goes on with a name that is being typed. */
const isSpelling = (event: KeyboardEvent, typed: { text: string; at: number }) => event.timeStamp - typed.at < SPELLING_MS

/** The next row whose name begins with the letters typed within 600 ms. */
function byLetters(event: KeyboardEvent, rows: readonly CodebookRow[], at: number, typed: { text: string; at: number }): number {
  typed.text = isSpelling(event, typed) ? typed.text + event.key.toLowerCase() : event.key.toLowerCase()
  typed.at = event.timeStamp
  const from = typed.text.length === 1 ? at + 1 : at
  for (let step = 0; step < rows.length; step++) {
    const index = (from + step) % rows.length
    if (rows[index]!.item.name.toLowerCase().startsWith(typed.text)) return index
  }
  return at
}

function emptySentence(kind: 'actor' | 'theme', filtering: boolean, mayAdd: boolean): string {
  const many = kind === 'actor' ? 'actors' : 'themes'
  if (filtering) return `No ${many} match. Press Esc to see all.`
  return mayAdd ? `No ${many} yet. Add one with +, or type a new name while tagging.` : `No ${many} yet.`
}
