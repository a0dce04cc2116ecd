import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Dot } from '#/components/excerpts/tag-dot.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { matchNames } from '#/lib/codebook/match-names.ts'
import { buildNameIndex } from '#/lib/codebook/name-index.ts'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'
import { t } from '#/lib/message/t.ts'

/** An actor or theme that was chosen. */
export interface ChosenEntry {
  sort: 'actor' | 'theme'
  id: string
}

interface TagFieldProps {
  label: string
  codebook: Codebook
  value: ChosenEntry | null
  /** Only entries of this sort. */
  sort?: 'actor' | 'theme'
  /** Archived entries too: they may stand on excerpts. */
  archivedToo?: boolean
  onChange: (value: ChosenEntry | null) => void
}

const OFFERED = 8

/** A field that finds an actor or theme by any of its names. Arrows choose, Enter takes. */
export function TagField({ label, codebook, value, sort, archivedToo = false, onChange }: TagFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { index, themes, nameOf } = useMemo(() => {
    const isOffered = (entry: { state: string }) => archivedToo || entry.state !== 'archived'
    const book = { actors: codebook.actors.filter(isOffered), themes: codebook.themes.filter(isOffered) }
    const names = new Map([...codebook.actors, ...codebook.themes].map((entry) => [entry.id, entry.name]))
    return { index: buildNameIndex(book), themes: indexThemes(codebook.themes), nameOf: (one: string) => names.get(one) ?? '' }
  }, [codebook, archivedToo])
  const offered = useMemo(
    () =>
      typed.trim() === ''
        ? []
        : matchNames(index, typed, { limit: OFFERED })
            .filter((match) => !sort || match.kind === sort)
            .slice(0, OFFERED),
    [index, typed, sort],
  )
  const take = (place: number) => {
    const match = offered[place]
    if (!match) return
    onChange({ sort: match.kind, id: match.id })
    setTyped('')
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || offered.length === 0) return
    if (event.key === 'Enter') take(at)
    else if (event.key === 'ArrowDown') setAt((at + 1) % offered.length)
    else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length)
    else return
    event.preventDefault()
  }
  if (value)
    return (
      <div className="tagfield">
        <span className="tagfield__label">{label}</span>
        <button
          type="button"
          className="tagfield__chosen"
          aria-label={t('{label}: {id}. Choose another', { label, id: nameOf(value.id) })}
          onClick={() => onChange(null)}
        >
          <Dot sort={value.sort} hue={themes.hue(value.id)} />
          <bdi>{nameOf(value.id)}</bdi>
          <Icon name="x" small />
        </button>
      </div>
    )
  return (
    <div className="tagfield">
      <label className="tagfield__label" htmlFor={id}>
        {label}
      </label>
      <span className="field">
        <Icon name="search" />
        <input
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          dir="auto"
          value={typed}
          placeholder={
            sort ? t('Name of {value}', { value: sort === 'actor' ? t('an actor') : t('a theme') }) : t('Name of an actor or theme')
          }
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <div id={`${id}-list`} role="listbox" aria-label={label} className="tagfield__list">
        {offered.map((match, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
          <div
            key={match.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={place === at ? 'tagfield__option is-active' : 'tagfield__option'}
            onClick={() => take(place)}
          >
            <Dot sort={match.kind} hue={themes.hue(match.id)} />
            <bdi className="clip">{nameOf(match.id)}</bdi>
            <span className="faint clip">
              {match.kind === 'theme' ? themes.path(match.id).slice(0, -1).join(' › ') : match.own ? '' : match.name}
            </span>
          </div>
        ))}
        {typed.trim() !== '' && offered.length === 0 && <p className="faint tagfield__none">{t('Nothing of that name')}</p>}
      </div>
    </div>
  )
}
