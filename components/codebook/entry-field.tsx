'use client'

import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { matchNames } from '#/lib/codebook/match-names.ts'
import { buildNameIndex } from '#/lib/codebook/name-index.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'

/** Rows that are offered at a time. */
const SHOWN = 6

interface EntryFieldProps {
  label: string
  placeholder: string
  /** Actors or themes, all of them. */
  entries: readonly (Actor | Theme)[]
  /** Ids that are not offered. */
  without: ReadonlySet<string>
  /** Statements that use an entry, for the order. */
  usesOf: (id: string) => number
  onChoose: (id: string) => void
}

/** Finds an actor or theme by any of its names, in any script. Arrows choose, Enter takes. */
export function EntryField({ label, placeholder, entries, without, usesOf, onChoose }: EntryFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const index = useMemo(() => {
    const some = entries.filter((entry) => !without.has(entry.id))
    return buildNameIndex({ actors: some.filter(isActor), themes: some.filter((entry) => !isActor(entry)) as Theme[] })
  }, [entries, without])
  const offered = useMemo(
    () => (typed.trim() === '' ? [] : matchNames(index, typed, { uses: usesOf, limit: SHOWN }).slice(0, SHOWN)),
    [index, typed, usesOf],
  )
  const take = (chosen: number) => {
    const match = offered[chosen]
    if (!match) return
    setTyped('')
    setAt(0)
    onChoose(match.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') take(at)
    else if (event.key === 'ArrowDown') setAt((was) => Math.min(was + 1, offered.length - 1))
    else if (event.key === 'ArrowUp') setAt((was) => Math.max(was - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <Icon name="search" />
        <input
          id={id}
          role="combobox"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          data-focus-first
          placeholder={placeholder}
          value={typed}
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <div id={`${id}-list`} role="listbox" aria-label={t('Matches')} className="entrylist" hidden={offered.length === 0}>
        {offered.map((match, i) => (
          <Option
            key={match.id}
            id={`${id}-${i}`}
            entry={entries.find((entry) => entry.id === match.id)!}
            matched={match.own ? null : match.name}
            entries={entries}
            isActive={i === at}
            onChoose={() => take(i)}
          />
        ))}
      </div>
      {typed.trim() !== '' && offered.length === 0 && <p className="fieldset__hint">{t('No match. Try another spelling.')}</p>}
    </div>
  )
}

export const isActor = (entry: Actor | Theme): entry is Actor => 'kind' in entry

interface OptionProps {
  id: string
  entry: Actor | Theme
  /** The other name that matched. */
  matched: string | null
  entries: readonly (Actor | Theme)[]
  isActive: boolean
  onChoose: () => void
}

function Option({ id, entry, matched, entries, isActive, onChoose }: OptionProps) {
  const above = pathOf(entries, entry.id).slice(0, -1)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'menu__item is-active' : 'menu__item'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {isActor(entry) ? <ActorKindIcon kind={entry.kind} /> : <Icon name="tag" />}
      <bdi className="clip">{entry.name}</bdi>
      {matched && <bdi className="faint clip">{matched}</bdi>}
      {above.length > 0 && <span className="faint clip">{above.map(({ name }) => name).join(' › ')}</span>}
    </div>
  )
}
