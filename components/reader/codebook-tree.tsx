'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { MenuPlace } from '#/components/ui/context-menu.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { t } from '#/lib/message/t.ts'
import { armTag, disarm } from './armed-tag.ts'
import type { CodebookRow } from './codebook-rows.ts'
import { changeEntry } from './codebook-work.ts'
import { startDrag } from './drag-item.ts'
import { leaveCodebook } from './drawer.ts'
import type { EntryQuestion } from './entry-dialog.tsx'
import { toggleHidden } from './hidden-tags.ts'
import { quickItems } from './quick-items.ts'
import { useModel, useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'
import { applyItem } from './tag-passage.ts'
import { type Spelling, type TreeDeed, treeKey } from './tree-key.ts'
import { TreeRow } from './tree-row.tsx'
import { useCodebookMoves } from './use-codebook-moves.ts'
import { useRowWindow } from './use-row-window.ts'

const TreeMenu = onDemand(() => import('./tree-menu.tsx').then((module) => module.TreeMenu))

interface CodebookTreeProps {
  kind: 'actor' | 'theme'
  rows: readonly CodebookRow[]
  filtering: boolean
  onToggle: (id: string) => void
  /** The item under the pointer or the keyboard; null when there is none. */
  onPoint: (item: CodebookItem | null, by: 'pointer' | 'keyboard') => void
  onAsk: (question: EntryQuestion) => void
}

/**
 * The tree of actors or themes. Enter or a click tags the selected words; without any it shows only that item's passages, and a
 * double click goes to its excerpts. Of a long list only what is near is drawn.
 */
export function CodebookTree({ kind, rows, filtering, onToggle, onPoint, onAsk }: CodebookTreeProps) {
  const model = useModel()
  const router = useRouter()
  const codebook = useReader((state) => state.codebook)
  const focusItem = useReader((state) => state.focusItem)
  const armed = useReader((state) => state.armed)
  const mayTag = model.can('tag')
  const mayManage = model.can('manage-codebook')
  const tree = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<(MenuPlace & { item: CodebookItem }) | null>(null)
  const spelling = useRef<Spelling>({ text: '', at: 0 })
  const wantsFocus = useRef(false)
  const hasTagged = useRef(false)
  const moves = useCodebookMoves(kind)
  const { first, end, row: rowHeight } = useRowWindow(tree, rows.length)
  const keys = useMemo(() => {
    if (!model.can('tag')) return new Map<string, number>()
    const items = quickItems({ codebook, panel: kind === 'actor' ? 'actors' : 'themes' }, model.usesAtOpen)
    return new Map([...items].map(([key, { id }]) => [id, key]))
  }, [codebook, kind, model])
  // While filtering, the first match: the rows above it are only the branch it stands in.
  const start = rows.find(({ dimmed }) => !dimmed) ?? rows[0]
  const stop = Math.max(
    0,
    rows.findIndex(({ item }) => item.id === (current ?? start?.item.id)),
  )
  const isWhole = first === 0 && end >= rows.length

  const apply = (id: string): boolean => {
    const item: CodebookItem = { kind, id }
    if (mayTag && applyItem(model, item)) return true
    model.ui.set({ focusItem: focusItem?.id === id ? null : item })
    return false
  }
  /** A second click on what did not tag goes to its excerpts. */
  const click = (id: string, times: number) => {
    if (times < 2) hasTagged.current = apply(id)
    else if (!hasTagged.current) router.push(`/w/${model.identity.workspaceId}/excerpts?${kind}=${id}`)
  }
  /** Whoever arms a tag with the keyboard goes on in the text. */
  const armAndLeave = (item: CodebookItem) => {
    armTag(model, item)
    if (model.ui.get().armed) leaveCodebook(model)
  }
  const go = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (!row) return
    wantsFocus.current = true
    setCurrent(row.item.id)
    if (row.item.id === current) focusStop()
  }
  const focusStop = () => {
    wantsFocus.current = false
    const row = tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useLayoutEffect(() => {
    if (wantsFocus.current) focusStop()
  })
  const rename = (item: CodebookItem, was: string, name: string | null) => {
    setRenaming(null)
    wantsFocus.current = true
    if (name !== null) void changeEntry(model, item, { name }, t('Renamed {was} to {name}', { was, name }), { name: was })
  }

  const doIt = (deed: TreeDeed, item: CodebookItem) => {
    if (deed === 'arm') armAndLeave(item)
    else if (deed === 'hide') toggleHidden(model, item)
    else if (deed === 'rename') setRenaming(item.id)
    else if (deed === 'cut') moves.onCut(item.id)
    else if (deed === 'paste') moves.onPaste(item.id)
    else onAsk({ what: deed, item })
  }
  const openMenu = (id: string, place: MenuPlace) => {
    setCurrent(id)
    setMenu({ ...place, item: { kind, id } })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[stop]
    const meant = row && treeKey(event, { rows, at: stop, spelling: spelling.current, mayTag, mayManage, filtering })
    if (!row || !meant) return
    const item: CodebookItem = { kind, id: row.item.id }
    if (meant.to === 'go') go(meant.at)
    else if (meant.to === 'apply') apply(item.id)
    else if (meant.to === 'leave' && moves.cutId) moves.onCut(moves.cutId)
    else if (meant.to === 'leave' && model.ui.get().armed) disarm(model)
    else if (meant.to === 'leave') leaveCodebook(model)
    else if (meant.to === 'toggle') onToggle(item.id)
    else doIt(meant.to, item)
    event.preventDefault()
  }

  if (rows.length === 0) return <p className="tree__empty">{emptySentence(kind, filtering, model.can('propose-codebook'))}</p>
  // The row that has, or would get, the keyboard is always there.
  const numbers = [...new Set([...Array.from({ length: end - first }, (_, n) => first + n), stop])].filter((at) => at < rows.length)
  const dropped = (target: string, id: string, merges: boolean) =>
    merges ? onAsk({ what: 'merge', item: { kind, id }, into: target }) : moves.onNest(id, target)
  return (
    <>
      <div
        ref={tree}
        className={isWhole ? 'tree' : 'tree tree--long'}
        role="tree"
        aria-label={kind === 'actor' ? t('Actors') : t('Themes')}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onPoint(null, 'pointer')}
      >
        {!isWhole && <div className="tree__height" role="presentation" style={{ height: rows.length * rowHeight }} />}
        {numbers.map((at) => {
          const row = rows[at]!
          const { id, name } = row.item
          const item: CodebookItem = { kind, id }
          return (
            <TreeRow
              key={id}
              kind={kind}
              row={row}
              codebook={codebook}
              hotkey={keys.get(id)}
              isStop={at === stop}
              isOn={focusItem?.id === id}
              isArmed={armed?.id === id}
              isCut={moves.cutId === id}
              isRenaming={renaming === id}
              place={isWhole ? null : { at, of: rows.length, top: at * rowHeight }}
              onApply={(times) => click(id, times)}
              onToggle={() => onToggle(id)}
              onHide={() => toggleHidden(model, item)}
              onReach={() => setCurrent(id)}
              onMenu={(place) => openMenu(id, place)}
              onPoint={(by) => onPoint(item, by)}
              {...(mayTag && {
                onArm: () => armTag(model, item),
                onDrag: (press) => startDrag(model, item, press, mayManage ? dropped : null),
              })}
              {...(mayManage && { onRename: (next: string | null) => rename(item, name, next) })}
            />
          )
        })}
      </div>
      {menu && <TreeMenu item={menu.item} at={menu} cutId={moves.cutId} onDo={doIt} onClose={() => setMenu(null)} />}
    </>
  )
}

function emptySentence(kind: 'actor' | 'theme', filtering: boolean, mayAdd: boolean): string {
  const many = kind === 'actor' ? 'actors' : 'themes'
  if (filtering) return t('No {many} match. Press Esc to see all.', { many })
  return mayAdd ? t('No {many} yet. Add one with +, or type a new name while tagging.', { many }) : t('No {many} yet.', { many })
}
