'use client'

import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { t } from '#/lib/message/t.ts'
import { useModel, useReader } from './reader-context.ts'

/** Narrowest and widest a column may be dragged, px. */
const LIMITS = { book: [200, 480], cards: [220, 520] } as const
/** The widths of the style sheet in a wide window, px: what stands for them while nothing is dragged. */
const USUAL = { book: 280, cards: 308 } as const
const STEP = 16
const FIELDS = { book: 'bookWidth', cards: 'cardsWidth' } as const
const NAMES = {
  get book() {
    return t('Width of the codebook')
  },
  get cards() {
    return t('Width of the statements')
  },
} as const

/** The edge of a side column: drag it or use the arrows; a double click gives the usual width back. */
export function ColumnDivider({ column }: { column: 'book' | 'cards' }) {
  const model = useModel()
  const field = FIELDS[column]
  const width = useReader((state) => state[field])
  const from = useRef<{ x: number; width: number; grows: 1 | -1 } | null>(null)
  const [least, most] = LIMITS[column]

  const set = (px: number | null) => model.ui.set({ [field]: px === null ? null : Math.round(Math.min(Math.max(px, least), most)) })
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!box || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    // Which way is wider depends on which side of the text the column stands.
    const grows = event.clientX > box.left + box.width / 2 ? 1 : -1
    from.current = { x: event.clientX, width: box.width, grows }
  }
  const onPointerMove = ({ clientX }: PointerEvent) => {
    const { current } = from
    if (current) set(current.width + (clientX - current.x) * current.grows)
  }
  const stop = () => {
    from.current = null
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0
    if (!box || (by === 0 && event.key !== 'Home')) return
    event.preventDefault()
    event.stopPropagation()
    const isRight = event.currentTarget.getBoundingClientRect().left > box.left + box.width / 2
    set(event.key === 'Home' ? null : box.width + (isRight ? by : -by))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className={`divider divider--${column}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={NAMES[column]}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width ?? USUAL[column]}
      aria-valuetext={width === null ? t('Usual width') : t('{width} pixels', { width })}
      title={t('Drag to change the width. Double-click for the usual one.')}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onDoubleClick={() => set(null)}
      onKeyDown={onKeyDown}
    />
  )
}
