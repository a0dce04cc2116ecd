'use client'

import { useOptimistic, useTransition } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { initials } from '#/lib/person/initials.ts'
import { PERSON_COLOURS } from '#/lib/person/person-colour.ts'
import { chooseColour } from '#/server/actions/account.ts'

/** What the colours of `app/tokens.css` are called. */
const names = () => [t('Red'), t('Blue'), t('Green'), t('Purple'), t('Amber'), t('Teal'), t('Pink'), t('Violet')]

/** The colour in which everybody sees this person: ring, caret, tags by tagger. */
export function ColourChoice({ name, colour }: { name: string; colour: number }) {
  const [, start] = useTransition()
  const [shown, show] = useOptimistic(colour)
  const choose = (next: number) =>
    start(async () => {
      show(next)
      const result = await attempt(chooseColour(next))
      if (!result.ok) showToast(result.reason)
    })
  return (
    <fieldset className="colours">
      <legend>{t('Colour')}</legend>
      {Array.from({ length: PERSON_COLOURS }, (_, at) => at + 1).map((each) => (
        <label key={each} className="colours__one" title={names()[each - 1]}>
          <input
            type="radio"
            name="colour"
            className="sr"
            aria-label={names()[each - 1]}
            checked={shown === each}
            onChange={() => choose(each)}
          />
          <span className="avatar" data-p={each} aria-hidden="true">
            {initials(name)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
