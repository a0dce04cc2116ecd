import type { ChangeEvent } from 'react'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'

interface RowTickProps {
  excerpt: Excerpt
  isTicked: boolean
  /** @param isRange with the Shift key: from the last one ticked on */
  onTick: (annotationId: string, isRange: boolean) => void
}

/** The checkbox of an excerpt. */
export function RowTick({ excerpt: { annotationId, quote }, isTicked, onTick }: RowTickProps) {
  const change = ({ nativeEvent }: ChangeEvent) => {
    const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
    if (isRange) window.getSelection()?.removeAllRanges()
    onTick(annotationId, isRange)
  }
  return (
    <input
      type="checkbox"
      className="check"
      aria-label={t('Select excerpt: {quote}', { quote: quote.slice(0, 80) })}
      checked={isTicked}
      onChange={change}
    />
  )
}
