import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { hasLostFocus } from '#/components/ui/has-lost-focus.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { placeBelow } from '#/components/ui/place-below.ts'
import type { FilterNames } from '#/lib/excerpt/filter-names.ts'
import { buildFilterOptions, type FilterOption, matchFilterOptions } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'

interface AddFilterProps {
  names: FilterNames
  query: Query
  onAdd: (query: Query) => void
}

/** The button that opens a type-ahead over every field and value; `F` presses it. Arrows choose, Enter adds, Esc closes. */
export function AddFilter({ names, query, onAdd }: AddFilterProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const popover = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  useCommand('excerpts.filter', () => popover.current?.showPopover())
  const options = useMemo(() => (isOpen ? buildFilterOptions(names) : null), [isOpen, names])
  const offered = options ? matchFilterOptions(options, typed) : []

  const onToggle = (state: string) => {
    setOpen(state === 'open')
    if (state !== 'open' && hasLostFocus(popover.current)) button.current?.focus() // it was opened with F
    if (state !== 'open' || !popover.current || !button.current) return
    setTyped('')
    setAt(0)
    placeBelow(popover.current, button.current, 'start')
    input.current?.focus()
  }
  const add = (index: number) => {
    const option = offered[index]
    if (!option) return
    popover.current?.hidePopover()
    onAdd(option.apply(query))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || offered.length === 0) return
    if (event.key === 'Enter') add(at)
    else if (event.key === 'ArrowDown') setAt((at + 1) % offered.length)
    else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length)
    else return
    event.preventDefault()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn btn--quiet"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-keyshortcuts="F"
        popoverTarget={id}
      >
        <Icon name="plus" />
        {t('Add filter')}
        <Kbd>F</Kbd>
      </button>
      <div ref={popover} id={id} popover="auto" className="menu addfilter" onToggle={(event) => onToggle(event.newState)}>
        <label className="field">
          <Icon name="search" />
          <span className="sr">{t('Field or value')}</span>
          <input
            ref={input}
            type="text"
            role="combobox"
            autoComplete="off"
            dir="auto"
            value={typed}
            placeholder={t('Actor, theme, stance, year, words')}
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={`${id}-${at}`}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        <div id={`${id}-list`} role="listbox" aria-label={t('Filters to add')} className="addfilter__list">
          {offered.map((option, i) => (
            <Option key={option.id} id={`${id}-${i}`} option={option} isActive={i === at} onChoose={() => add(i)} />
          ))}
        </div>
      </div>
    </>
  )
}

interface OptionProps {
  id: string
  option: FilterOption
  isActive: boolean
  onChoose: () => void
}

function Option({ id, option, isActive, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'addfilter__option is-active' : 'addfilter__option'}
      onClick={onChoose}
    >
      <span className="faint">{option.field}</span>
      <span className="clip" dir="auto">
        {option.label}
      </span>
      {option.detail && (
        <span className="faint clip" dir="auto">
          {option.detail}
        </span>
      )}
    </div>
  )
}
