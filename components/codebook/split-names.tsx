'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { cleanName, NAME_LIMIT, nameKey } from '#/lib/codebook/clean-name.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import { MOST_PARTS } from '#/lib/codebook/plan-split.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { isActor } from './entry-field.tsx'

interface SplitNamesProps {
  sort: EntrySort
  entry: Actor | Theme
  /** What was named before, when somebody comes back here. */
  given: readonly string[]
  /** How many passages there are; null: not known yet. */
  passages: number | null
  problem: string | undefined
  busy: boolean
  onCancel: () => void
  onNamed: (names: string[]) => void
}

/** The names of the entries that a split makes. */
export function SplitNames({ sort, entry, given, passages, problem, busy, onCancel, onNamed }: SplitNamesProps) {
  const [names, setNames] = useState<readonly string[]>(given.length > 0 ? given : [''])
  const [error, setError] = useState<string>()
  const aliases = isActor(entry) ? entry.aliases.map(({ name }) => name) : []
  const unused = aliases.filter((alias) => !names.some((name) => nameKey(name) === nameKey(alias)))
  const change = (at: number, name: string) => setNames(names.map((was, i) => (i === at ? name : was)))
  const addName = (name: string) => {
    const empty = names.findIndex((was) => was.trim() === '')
    setNames(empty >= 0 ? names.map((was, i) => (i === empty ? name : was)) : [...names, name])
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const named = names.map(cleanName).filter((name) => name !== '')
    if (named.length === 0) return setError(sort === 'actor' ? t('Name at least one new actor.') : t('Name at least one new theme.'))
    if (new Set(named.map(nameKey)).size < named.length) return setError(t('Two of the names are the same.'))
    if (named.some((name) => nameKey(name) === nameKey(entry.name)))
      return setError(t('{entry} keeps its name; name the others.', { entry: entry.name }))
    setError(undefined)
    onNamed(named)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        <bdi>{entry.name}</bdi> {t('stays, with every passage you do not move. Name what comes beside it.')}
      </p>
      {names.map((name, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity
          key={at}
          label={sort === 'actor' ? t('New actor {at}', { at: at + 1 }) : t('New theme {at}', { at: at + 1 })}
          maxLength={NAME_LIMIT}
          autoComplete="off"
          value={name}
          error={at === 0 ? (error ?? problem) : undefined}
          onChange={(event) => change(at, event.target.value)}
        />
      ))}
      <div className="row splitnames">
        {names.length < MOST_PARTS && (
          <Button icon="plus" look="quiet" onClick={() => setNames([...names, ''])}>
            {t('Another')}
          </Button>
        )}
        {names.length < MOST_PARTS && unused.length > 0 && <span className="muted">{t('or one of its other names:')}</span>}
        {names.length < MOST_PARTS &&
          unused.map((alias) => (
            <Button key={alias} look="quiet" aria-label={t('Use the other name {alias}', { alias })} onClick={() => addName(alias)}>
              <bdi>{alias}</bdi>
            </Button>
          ))}
      </div>
      {passages === 0 && <p className="muted">{t('No passage is tagged with it: there is nothing to divide.')}</p>}
      <div className="row splitfoot">
        <Button onClick={onCancel}>{t('Cancel')}</Button>
        <Button look="primary" type="submit" busy={busy || passages === null} disabled={passages === 0}>
          {passages === null ? t('Reading its passages') : t('Go through {passages}', { passages: counted(passages, 'passage') })}
        </Button>
      </div>
    </form>
  )
}
