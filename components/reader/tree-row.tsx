'use client'

import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import type { MenuPlace } from '#/components/ui/context-menu.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { StateWord } from '#/components/ui/state-word.tsx'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookRow } from './codebook-rows.ts'
import type { CodebookView } from './codebook-view.ts'

/** What can be done with a row; a part that is missing is not this reader's to do. */
export interface RowActions {
  onApply: (times: number) => void
  onToggle: () => void
  /** It got the keyboard. */
  onReach: () => void
  onPoint: (by: 'pointer' | 'keyboard') => void
  onHide: () => void
  /** Its menu was asked for, at this place. */
  onMenu: (place: MenuPlace) => void
  onArm?: () => void
  onDrag?: (press: { clientX: number; clientY: number }) => void
  onRename?: (name: string | null) => void
}

export interface TreeRowProps extends RowActions {
  kind: 'actor' | 'theme'
  row: CodebookRow
  codebook: CodebookView
  hotkey: number | undefined
  isStop: boolean
  isOn: boolean
  isArmed: boolean
  isCut: boolean
  isRenaming: boolean
  /** Where it stands among all rows of a list that is not drawn whole: its number from 0, how many, px from the top. */
  place: { at: number; of: number; top: number } | null
}

/** A line of the codebook: what it is, how often it is used, and under the pointer what can be done with it. */
export function TreeRow(props: TreeRowProps) {
  const { kind, row, codebook, isStop, isOn, isArmed, isCut, isRenaming, place, onApply, onPoint, onDrag } = props
  const { item, level, expanded, dimmed } = row
  const hidden = codebook.hidden.has(item.id)
  const actor = 'kind' in item ? item : null
  const hue = kind === 'theme' ? codebook.themeHue(item.id) || undefined : (actor?.hue ?? undefined)
  const said = [item.name, item.state !== 'live' && item.state, isArmed && 'armed', hidden && 'hidden', isCut && 'cut']
  const classes = ['tree__row', dimmed && 'is-dim', isOn && 'is-on', isArmed && 'is-armed', hidden && 'is-hidden', isCut && 'is-cut']
  const onPointerDown = (event: PointerEvent) => {
    if (isRenaming) return
    // the selection in the text must survive the press
    event.preventDefault()
    if (event.button === 0 && event.pointerType === 'mouse') onDrag?.(event)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the tree
    <div
      className={classes.filter(Boolean).join(' ')}
      role="treeitem"
      aria-level={level}
      aria-expanded={expanded ?? undefined}
      aria-selected={isOn}
      aria-setsize={place?.of}
      aria-posinset={place ? place.at + 1 : undefined}
      aria-label={said.filter(Boolean).join(', ')}
      aria-description={describeUses(codebook, item.id)}
      aria-keyshortcuts={props.onArm ? 'p e' : 'e'}
      tabIndex={isStop ? 0 : -1}
      data-id={item.id}
      data-h={hue}
      data-level={Math.min(level, 5)}
      style={place ? { insetBlockStart: place.top } : undefined}
      onPointerDown={onPointerDown}
      onContextMenu={(event) => {
        if (isRenaming) return
        event.preventDefault()
        props.onMenu(menuPlace(event))
      }}
      onClick={(event) => !isRenaming && onApply(event.detail)}
      onFocus={(event) => {
        props.onReach()
        onPoint(event.currentTarget.matches(':focus-visible') ? 'keyboard' : 'pointer')
      }}
      onPointerEnter={() => onPoint('pointer')}
    >
      <Fold expanded={expanded} onToggle={props.onToggle} />
      {kind === 'theme' ? (
        <span className={codebook.isRing(item.id) ? 'dot dot--ring' : 'dot'} />
      ) : (
        <ActorKindIcon kind={actor?.kind ?? 'other'} />
      )}
      {isRenaming ? (
        <NameField name={item.name} onDone={(name) => props.onRename?.(name)} />
      ) : (
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
      )}
      <span className="tree__meta">
        {codebook.hasMemo(item.id) && <Icon name="memo" small className="tree__memo" />}
        <RowButtons {...props} isHidden={hidden} />
      </span>
      <span className="tree__count">{codebook.uses(item.id) || ''}</span>
    </div>
  )
}

/** At the pointer; under the row when the keyboard asked. */
function menuPlace({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>): MenuPlace {
  const from = currentTarget.closest<HTMLElement>('.tree__row') ?? currentTarget
  const { left, bottom } = from.getBoundingClientRect()
  return clientX === 0 && clientY === 0 ? { x: left, y: bottom, from } : { x: clientX, y: clientY, from }
}

/** "128 passages, 198 with sub-themes; has a memo" */
function describeUses(codebook: CodebookView, id: string): string {
  const own = codebook.ownUses(id)
  const all = codebook.uses(id)
  const passages = counted(own, 'passage')
  const uses = all > own ? t('{passages}, {all} with sub-themes', { passages, all }) : passages
  return codebook.hasMemo(id) ? t('{uses}; has a memo', { uses }) : uses
}

function Fold({ expanded, onToggle }: { expanded: boolean | null; onToggle: () => void }) {
  if (expanded === null) return <span />
  return (
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
  )
}

/** For the mouse, in the place of the key's badge; the tree answers P and E for them. */
function RowButtons({ row, hotkey, isArmed, isHidden, onArm, onHide, onMenu }: TreeRowProps & { isHidden: boolean }) {
  const { name } = row.item
  return (
    <>
      {hotkey !== undefined && <Kbd>{hotkey}</Kbd>}
      {onArm && (
        <IconButton
          icon="pin"
          label={isArmed ? t('Stop tagging with {name}', { name }) : t('Arm {name}: tag every selection with it', { name })}
          small
          tabIndex={-1}
          aria-pressed={isArmed}
          onClick={(event) => {
            event.stopPropagation()
            onArm()
          }}
        />
      )}
      <IconButton
        icon="eye"
        label={isHidden ? t('Show {name} again', { name }) : t('Hide {name} everywhere', { name })}
        small
        tabIndex={-1}
        aria-pressed={isHidden}
        onClick={(event) => {
          event.stopPropagation()
          onHide()
        }}
      />
      <IconButton
        icon="more"
        label={t('More for {name}', { name })}
        small
        tabIndex={-1}
        aria-haspopup="menu"
        data-opens="menu"
        onClick={(event) => {
          event.stopPropagation()
          onMenu(menuPlace(event))
        }}
      />
    </>
  )
}

/** The name while it is changed, in its place. Enter keeps it, Esc and leaving it empty give up. */
function NameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const done = useRef(false)
  const end = (value: string | null) => {
    if (done.current) return
    done.current = true
    onDone(value?.trim() && value.trim() !== name ? value.trim() : null)
  }
  return (
    <input
      className="tree__rename"
      aria-label={t('Name of {name}', { name })}
      dir="auto"
      maxLength={NAME_LIMIT}
      defaultValue={name}
      // biome-ignore lint/a11y/noAutofocus: it appears because F2 asked for it
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') end(event.currentTarget.value)
        else if (event.key === 'Escape') end(null)
      }}
    />
  )
}
