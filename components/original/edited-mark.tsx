'use client'

import { numberWords } from '#/lib/message/locale.ts'
import './original.css'
import { useModel, useObservable, useReader } from '#/components/reader/reader-context.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { toggleOriginal } from './toggle-original.ts'

/** Says in the reader's bar that the text is no longer what was imported, and opens the comparison. Nothing while it is. */
export function EditedMark() {
  const model = useModel()
  const differs = useObservable(model.comparison.state, (state) => state.differs)
  const latest = useObservable(model.comparison.state, (state) => state.editions[0]?.edition ?? 1)
  const shown = useObservable(model.comparison.state, (state) => state.shown?.edition)
  const places = useObservable(model.comparison.state, (state) => state.changes?.length ?? null)
  const isOpen = useReader((state) => state.original)
  if (!differs) return null
  const since = latest === 1 ? t('import') : t('edition {latest}', { latest })
  const known = shown === latest && places ? places : null
  return (
    <button
      type="button"
      className="differs"
      data-opens="original"
      aria-expanded={isOpen}
      aria-label={t('Edited since {since}{value}. Compare with the original', {
        since,
        value: known ? `, ${counted(known, 'place')}` : '',
      })}
      title={t('The text differs from the original. Compare')}
      onClick={() => toggleOriginal(model)}
    >
      <Icon name="pencil" small />
      <span>
        {t('Edited')}
        <span className="differs__since"> {t('since {since}', { since })}</span>
      </span>{' '}
      {known !== null && <span className="num">{numberWords(known)}</span>}
    </button>
  )
}
