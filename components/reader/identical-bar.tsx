'use client'

import { useEffect, useId } from 'react'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { findIdentical, type IdenticalWords, MOST_PLACES, placesLeft, type SameWords } from './identical-words.ts'
import { useModel, useStatements } from './reader-context.ts'
import { shorten } from './statement-words.ts'
import type { DraftChip } from './tag-draft.ts'

interface IdenticalBarProps {
  identical: IdenticalWords
  chips: readonly DraftChip[]
  /** Goes up when words changed. */
  textRound: number
}

/** How many places have the same words, before they are tagged; counted again when the text changes. */
export function IdenticalBar({ identical, chips, textRound }: IdenticalBarProps) {
  const model = useModel()
  const id = useId()
  const count = identical.places.length
  const left = useLeft(identical, chips)

  const look = (change: Partial<SameWords>) => {
    const { popover } = model.ui.get()
    if (!popover?.identical) return
    const found = findIdentical(model, popover.identical.words, { ...popover.identical, ...change })
    if (found) model.ui.set({ popover: { ...popover, identical: found } })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the text changed
  useEffect(() => look({}), [textRound])

  return (
    <div className="pop__same">
      <p role="status">
        <b>
          {identical.more && `${t('The first')} `}
          {counted(count, 'place')}
        </b>{' '}
        {count === 1 ? t('says') : t('say')} “<span dir="auto">{shorten(identical.words, 60)}</span>”
        {identical.more && t('; one step tags no more than {places}', { places: counted(MOST_PLACES, 'place') })}.
        {left < count && ` ${t('{places} tagged just so already.', { places: counted(count - left, 'place') })}`}
      </p>
      <div className="pop__sameopts">
        {(['matchCase', 'wholeWords'] as const).map((option) => (
          <label key={option} htmlFor={`${id}-${option}`}>
            <input
              id={`${id}-${option}`}
              type="checkbox"
              className="check"
              checked={identical[option]}
              onChange={({ target }) => look({ [option]: target.checked })}
            />
            {option === 'matchCase' ? t('Match case') : t('Whole words')}
          </label>
        ))}
      </div>
    </div>
  )
}

/** How many of the places are not tagged with just these chips yet. */
export function useLeft(identical: IdenticalWords | null, chips: readonly DraftChip[]): number {
  const model = useModel()
  useStatements()
  return identical ? placesLeft(model, identical.places, chips).length : 0
}
