'use client'

import { useEffect } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'
import { type FoundPlace, previewPlace } from './find-again.ts'
import { QuoteInContext } from './quote-in-context.tsx'
import { useModel } from './reader-context.ts'

interface PlaceListProps {
  places: readonly FoundPlace[]
  onAttach: (place: FoundPlace) => void
}

/** Places a detached statement may be attached to. The one under the pointer or focus is shown in the text; nothing is attached unasked. */
export function PlaceList({ places, onAttach }: PlaceListProps) {
  const model = useModel()
  useEffect(() => () => previewPlace(model, null), [model])
  if (places.length === 0)
    return <p className="card__note">{t('Nothing like these words is in the text now. Select words in the text to attach it to those.')}</p>
  return (
    <ol className="places" aria-label={t('Places it may be')}>
      {places.map((place, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
          key={i}
          className="places__place"
          onPointerEnter={() => previewPlace(model, place)}
          onPointerLeave={() => previewPlace(model, null)}
          onFocus={() => previewPlace(model, place)}
          onBlur={() => previewPlace(model, null)}
        >
          <QuoteInContext {...place} language={model.identity.language} />
          <div className="places__foot">
            <span className="faint">{place.isSame ? t('The same words') : t('Similar words')}</span>
            <Button aria-label={t('Attach here: {words}', { words: place.words })} onClick={() => onAttach(place)}>
              {t('Attach here')}
            </Button>
          </div>
        </li>
      ))}
    </ol>
  )
}
