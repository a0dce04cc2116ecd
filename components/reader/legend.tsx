'use client'

import { codeWord } from '#/lib/annotation/code-word.ts'
import { t } from '#/lib/message/t.ts'
import { useReader } from './reader-context.ts'

/** Says under the bar what the colours stand for, when they are not those of the codebook. */
export function Legend() {
  const { by, legend } = useReader((state) => state.colouring)
  const isHidden = useReader((state) => state.textOnly)
  if (by === 'theme' || isHidden) return null
  return (
    <ul className="legend" aria-label={t('Colours by {by}', { by: codeWord(by) })}>
      {legend.map(({ hue, name, count }) => (
        <li key={`${hue} ${name}`}>
          <span className="dot" data-h={hue || undefined} />
          <span className="legend__name" dir="auto">
            {name}
          </span>
          <span className="num">{count}</span>
        </li>
      ))}
      {legend.length === 0 && <li>{t('No statements yet')}</li>}
    </ul>
  )
}
