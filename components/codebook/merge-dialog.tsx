'use client'

import { useEffect, useMemo, useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import { mergeSentences } from '#/lib/codebook/merge-sentence.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { mergeEntries, mergeImpact } from '#/server/actions/merge.ts'
import { EntryField, isActor } from './entry-field.tsx'
import { offerUndo } from './offer-undo.ts'

interface MergeDialogProps {
  workspaceId: string
  sort: EntrySort
  /** The entry to begin with. */
  first: string
  /** The one it is to go into, when that is known. */
  target?: string
  /** It is a proposal: it goes into exactly one other entry. */
  mapping?: boolean
  entries: readonly (Actor | Theme)[]
  usesOf: (id: string) => number
  onClose: () => void
  /** The entries are one now. */
  onMerged: (survivorId: string) => void
  /** The merge was taken back. */
  onUndone: () => void
}

/** Chooses which entries are one, and says with exact counts what moves before it moves. */
export function MergeDialog({
  workspaceId,
  sort,
  first,
  target,
  mapping = false,
  entries,
  usesOf,
  onClose,
  onMerged,
  onUndone,
}: MergeDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>(target ? [first, target] : [first])
  const [into, setInto] = useState(target ?? first)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const nameOf = (id: string) => entries.find((entry) => entry.id === id)?.name ?? ''
  const from = chosen.filter((id) => id !== into)
  const without = useMemo(() => new Set(chosen), [chosen])
  // When others tag meanwhile, the uses change, and it is counted anew.
  const said = useMergeSentences(workspaceId, { sort, from, into }, nameOf(into), chosen.map(usesOf).join())

  const add = (id: string) => {
    setProblem(undefined)
    setChosen(mapping ? [first, id] : [...chosen, id])
    // Who opened an entry to merge it means to keep the better known one.
    if (mapping || (chosen.length === 1 && usesOf(id) > usesOf(into))) setInto(id)
  }
  const remove = (id: string) => {
    const left = chosen.filter((other) => other !== id)
    setChosen(left)
    if (id === into) setInto(left.at(-1)!)
  }
  const merge = async () => {
    setBusy(true)
    const result = await attempt(mergeEntries(workspaceId, { sort, from, into }))
    setBusy(false)
    if (!result.ok) return setProblem(result.reason)
    onClose()
    onMerged(into)
    const done = mapping
      ? t('Mapped {first} to {result}', { first: nameOf(first), result: result.name })
      : t('Merged {counted} into {result}', { counted: counted(from.length, sort), result: result.name })
    offerUndo(workspaceId, result.version, done, onUndone)
  }

  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" icon="merge" busy={busy} disabled={!said.isReady} onClick={() => void merge()}>
        {mapping ? t('Map') : t('Merge')} {into === first && mapping ? '' : `${mapping ? t('to') : t('into')} ${nameOf(into)}`}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        mapping
          ? sort === 'actor'
            ? t('Map {first} to an existing actor', { first: nameOf(first) })
            : t('Map {first} to an existing theme', { first: nameOf(first) })
          : sort === 'actor'
            ? t('Merge actors')
            : t('Merge themes')
      }
      foot={foot}
    >
      <div className="stack">
        <EntryField
          label={
            chosen.length === 1 || mapping
              ? sort === 'actor'
                ? t('Which actor is the same as {first}?', { first: nameOf(first) })
                : t('Which theme is the same as {first}?', { first: nameOf(first) })
              : sort === 'actor'
                ? t('Another actor that is the same')
                : t('Another theme that is the same')
          }
          placeholder={sort === 'actor' ? t('Any name, any script') : t('Name')}
          entries={entries}
          without={without}
          usesOf={usesOf}
          onChoose={add}
        />
        {chosen.length > 1 && !mapping && (
          <fieldset className="mergelist">
            <legend className="fieldset__label">{t('Which one stays')}</legend>
            {chosen.map((id) => (
              <EntryChoice
                key={id}
                entry={entries.find((entry) => entry.id === id)}
                uses={usesOf(id)}
                stays={id === into}
                onStay={() => setInto(id)}
                onRemove={chosen.length > 2 || id !== first ? () => remove(id) : null}
              />
            ))}
          </fieldset>
        )}
        <div className="mergesays" role="status">
          {problem && <p className="fieldset__error">{problem}</p>}
          {said.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {said.isReady && <p className="muted">{t('You can take this back right after, and later in the history of the codebook.')}</p>}
        </div>
      </div>
    </Dialog>
  )
}

/** What the merge would do, said anew whenever the choice changes. */
function useMergeSentences(workspaceId: string, asked: { sort: EntrySort; from: string[]; into: string }, name: string, uses: string) {
  const [said, setSaid] = useState<{ key: string; sentences: string[]; isReady: boolean }>()
  const key = JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other uses, other counts
  useEffect(() => {
    const wanted = JSON.parse(key) as typeof asked
    if (wanted.from.length === 0) return
    let gone = false
    void attempt(mergeImpact(workspaceId, wanted)).then((impact) => {
      if (gone) return
      const sentences = impact.ok ? mergeSentences(wanted.sort, impact, name) : [impact.reason]
      setSaid({ key, sentences, isReady: impact.ok })
    })
    return () => {
      gone = true
    }
  }, [workspaceId, key, name, uses])
  if (asked.from.length === 0) return { sentences: [], isReady: false }
  return said?.key === key ? said : { sentences: [t('Counting …')], isReady: false }
}

interface EntryChoiceProps {
  entry: Actor | Theme | undefined
  uses: number
  stays: boolean
  onStay: () => void
  onRemove: (() => void) | null
}

function EntryChoice({ entry, uses, stays, onStay, onRemove }: EntryChoiceProps) {
  if (!entry) return null
  return (
    <div className="mergelist__row">
      <label className="row grow">
        <input type="radio" name="stays" checked={stays} onChange={onStay} />
        {isActor(entry) ? <ActorKindIcon kind={entry.kind} /> : <Icon name="tag" />}
        <bdi className="clip">{entry.name}</bdi>
        <span className="grow" />
        <span className="muted num">{counted(uses, 'statement')}</span>
      </label>
      {onRemove && <IconButton icon="x" label={t('Leave {entry} out', { entry: entry.name })} onClick={onRemove} />}
    </div>
  )
}
