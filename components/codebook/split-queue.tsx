'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { TaggedPassage } from '#/lib/codebook/tagged-passage.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { type SplitChoices, type SplitStep, splitCounts } from './split-choices.ts'
import { TaggedQuote } from './tagged-quote.tsx'

interface SplitQueueProps {
  entry: Actor | Theme
  names: readonly string[]
  passages: readonly TaggedPassage[]
  choices: SplitChoices
  busy: boolean
  onStep: (step: SplitStep) => void
  onBack: () => void
  /** Where each passage goes that was gone through, in order. */
  onDone: (given: readonly (number | null)[]) => void
}

/** One passage after the other: digits choose where it goes, Enter goes on, Backspace goes back. */
export function SplitQueue(props: SplitQueueProps) {
  const { entry, names, passages, choices: state, busy, onStep: step, onBack, onDone } = props
  const { moved, stay } = splitCounts(state, names.length, passages.length)
  const total = passages.length - stay
  const passage = passages[state.at]
  const parts = [{ name: `${entry.name} (stays)`, to: null }, ...names.map((name, to) => ({ name, to }))]
  const top = useRef<HTMLDivElement>(null)

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const part = digit ? parts[Number(digit) - 1] : undefined
    const onButton = (event.target as HTMLElement).closest('button') !== null
    if (part) step({ type: 'chose', to: part.to })
    else if (event.key === 'Enter' && !onButton && passage) step({ type: 'confirmed' })
    else if (event.key === 'Backspace') step({ type: 'undone' })
    else return
    event.preventDefault()
  }
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    top.current?.focus()
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <div className="stack splitqueue" ref={top} tabIndex={-1}>
      <div className="row">
        <progress className="splitbar grow" value={state.at} max={passages.length} aria-label={t('Passages gone through')} />
        <span className="muted num" role="status">
          {passage
            ? t('{at} of {passages}', { at: state.at + 1, passages: passages.length })
            : t('All {passages} gone through', { passages: passages.length })}
        </span>
      </div>
      {passage ? (
        <>
          <TaggedQuote passage={passage} />
          <div className="splitparts" role="radiogroup" aria-label={t('Where this passage goes')}>
            {parts.map(({ name, to }, at) => (
              // biome-ignore lint/a11y/useSemanticElements: keys are answered by the dialog, and Enter goes on
              <div
                key={name}
                role="radio"
                tabIndex={state.choice === to ? 0 : -1}
                aria-checked={state.choice === to}
                className="splitparts__one"
                onClick={() => step({ type: 'chose', to })}
                onKeyDown={(event) => {
                  if (event.key === ' ') step({ type: 'chose', to })
                }}
              >
                <span className="radio" />
                <bdi className="grow clip">{name}</bdi>
                <span className="muted num">{to === null ? '' : moved[to] || ''}</span>
                <Kbd>{at + 1}</Kbd>
              </div>
            ))}
          </div>
        </>
      ) : (
        <ul className="splitsum">
          {names.map((name, at) => (
            <li key={name}>
              <bdi>{name}</bdi> {t('gets {passages}', { passages: counted(moved[at] ?? 0, 'passage') })}
            </li>
          ))}
          <li>
            <bdi>{entry.name}</bdi> {t('keeps {passages}', { passages: counted(stay, 'passage') })}
          </li>
        </ul>
      )}
      <div className="row splitfoot">
        <Button look="quiet" onClick={onBack}>
          {t('Names')}
        </Button>
        <Button icon="undo" disabled={state.at === 0} onClick={() => step({ type: 'undone' })}>
          {t('Back')} <Kbd>⌫</Kbd>
        </Button>
        <span className="grow" />
        {passage && (
          <Button disabled={total === 0} busy={busy} onClick={() => onDone(state.given)}>
            {t('Split now, the rest stays')}
          </Button>
        )}
        {passage ? (
          <Button look="primary" onClick={() => step({ type: 'confirmed' })}>
            {t('Next')} <Kbd>↵</Kbd>
          </Button>
        ) : (
          <Button look="primary" icon="split" disabled={total === 0} busy={busy} onClick={() => onDone(state.given)}>
            {t('Move {passages}', { passages: counted(total, 'passage') })}
          </Button>
        )}
      </div>
    </div>
  )
}
