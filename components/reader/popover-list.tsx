'use client'

import { useEffect, useRef } from 'react'
import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { StateWord } from '#/components/ui/state-word.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import { codeWord } from '#/lib/annotation/code-word.ts'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import { matchRange } from '#/lib/codebook/match-names.ts'
import { t } from '#/lib/message/t.ts'
import type { OptionGroup, PopoverOption } from './popover-options.ts'
import { useModel, useReader } from './reader-context.ts'
import { shorten } from './statement-words.ts'
import { type DraftAction, OFFERED_STANCES, pickedValue, readQuery, type TagDraft } from './tag-draft.ts'

interface PopoverListProps {
  id: string
  groups: readonly OptionGroup[]
  draft: TagDraft
  /** Index of the highlighted option; -1: none. */
  highlighted: number
  dispatch: (action: DraftAction) => void
  choose: (option: PopoverOption) => void
  /** What a new theme goes under; null: the top. */
  branchId: string | null
}

/** The matches, in groups; the highlighted one shows what it means and how it will be added. */
export function PopoverList({ id, groups, draft, highlighted, dispatch, choose, branchId }: PopoverListProps) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the highlight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [highlighted])

  const options = groups.flatMap((group) => group.options)
  const creation = options[highlighted]?.type === 'create' ? options[highlighted] : options.find(({ type }) => type === 'create')
  let at = 0
  if (groups.length === 0)
    return (
      <p className="pop__list pop__none" id={id}>
        {draft.query.trim() === '' ? t('Type the name of an actor or theme.') : t('No match. Try another spelling.')}
      </p>
    )
  return (
    <div ref={list} className="pop__list" id={id} role="listbox" aria-label={t('Matches')} tabIndex={-1}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a listbox
        <div key={group.label} role="group" aria-label={group.label} className={group.label === 'New' ? 'pop__new' : undefined}>
          <div className="pop__sect" role="presentation">
            {group.label}
          </div>
          {group.options.map((option) => {
            const index = at++
            return (
              <Option
                key={option.type === 'item' ? option.id : `${option.type} ${option.kind}`}
                id={`${id}-${index}`}
                option={option}
                draft={draft}
                isActive={index === highlighted}
                hasKey={option === creation}
                branchId={branchId}
                onPoint={() => dispatch({ type: 'pointed', at: index })}
                onPick={(value) => dispatch({ type: 'picked', value })}
                onChoose={() => choose(option)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  id: string
  option: PopoverOption
  draft: TagDraft
  isActive: boolean
  /** Alt+Enter takes this one. */
  hasKey: boolean
  branchId: string | null
  onPoint: () => void
  onPick: (value: number) => void
  onChoose: () => void
}

function Option({ id, option, draft, isActive, hasKey, branchId, onPoint, onPick, onChoose }: OptionProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the keyboard and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
    <div
      id={id}
      className={isActive ? 'opt is-active' : 'opt'}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {option.type === 'item' && <ItemRow option={option} draft={draft} isActive={isActive} onPick={onPick} />}
      {option.type === 'more' && (
        <>
          <Icon name="down" />
          <span>{t('{count} more {value}', { count: option.count, value: option.kind === 'actor' ? t('actors') : t('themes') })}</span>
        </>
      )}
      {option.type === 'create' && (
        <>
          <Icon name="plus" />
          <span>
            {createWords(option.kind, model.can('manage-codebook'))} <b dir="auto">{option.name}</b>
            {option.kind === 'theme' && branchId !== null && (
              <span className="opt__path">
                {t('under')} <bdi>{codebook.themeName(branchId)}</bdi>
              </span>
            )}
          </span>
          {hasKey && <Kbd>{t('Alt ↵')}</Kbd>}
        </>
      )}
    </div>
  )
}

function createWords(kind: 'actor' | 'theme', isCreated: boolean): string {
  if (kind === 'actor') return isCreated ? t('Create actor') : t('Propose actor')
  return isCreated ? t('Create theme') : t('Propose theme')
}

type ItemOption = Extract<PopoverOption, { type: 'item' }>

function ItemRow({
  option,
  draft,
  isActive,
  onPick,
}: {
  option: ItemOption
  draft: TagDraft
  isActive: boolean
  onPick: (value: number) => void
}) {
  const codebook = useReader((state) => state.codebook)
  const { kind, id, name, own } = option
  const actor = codebook.actor(id)
  const state = actor?.state ?? codebook.theme(id)?.state
  const note = kind === 'actor' ? actor?.description : codebook.theme(id)?.definition
  const path = codebook.path(kind, id)
  return (
    <>
      {kind === 'theme' ? (
        <span className={codebook.isRing(id) ? 'dot dot--ring' : 'dot'} data-h={codebook.themeHue(id) || undefined} />
      ) : (
        <ActorKindIcon kind={actor?.kind ?? 'other'} />
      )}
      <span className="clip">
        {own ? <Matched name={name} typed={readQuery(draft.query).text} /> : <span dir="auto">{codebook.actorName(id)}</span>}
        {!own && (
          <span className="opt__path">
            <Matched name={name} typed={readQuery(draft.query).text} />
          </span>
        )}
        {path.length > 0 && <span className="opt__path">{path.join(' › ')}</span>}
        {state === 'proposed' && <StateWord state={state} />}
      </span>
      {isActive ? (
        <Choices kind={kind} picked={pickedValue(draft, kind)} onPick={onPick} />
      ) : (
        <span className="opt__path num">{codebook.uses(id) || ''}</span>
      )}
      {isActive && note && (
        <span className="opt__def" dir="auto">
          {shorten(note, 140)}
        </span>
      )}
    </>
  )
}

/** A name with the part that was typed underlined. */
function Matched({ name, typed }: { name: string; typed: string }) {
  const range = typed === '' ? null : matchRange(name, typed)
  if (!range) return <span dir="auto">{name}</span>
  return (
    <span dir="auto">
      {name.slice(0, range[0])}
      <mark>{name.slice(...range)}</mark>
      {name.slice(range[1])}
    </span>
  )
}

/** The roles or stances of the highlighted row; shown for the eye and the mouse, the keyboard has → and Alt with a digit. */
function Choices({ kind, picked, onPick }: { kind: 'actor' | 'theme'; picked: number; onPick: (value: number) => void }) {
  const values: readonly string[] = kind === 'actor' ? ROLES_IN_STATEMENT : OFFERED_STANCES
  return (
    <span className="tri">
      {values.map((value, index) => {
        const icon = kind === 'actor' ? ROLE_ICONS[value as keyof typeof ROLE_ICONS] : STANCE_ICONS[value as keyof typeof STANCE_ICONS]
        const on = index === picked
        return (
          // A control inside an option could not be reached by a screen reader: the field says and changes the choice.
          // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys for it
          <span
            key={value}
            className={on ? 'is-on' : undefined}
            title={codeWord(value)}
            onClick={(event) => {
              event.stopPropagation()
              onPick(index)
            }}
          >
            {icon && <Icon name={icon} />}
            {on ? <span className="tri__word">{codeWord(value)}</span> : null}
          </span>
        )
      })}
    </span>
  )
}
