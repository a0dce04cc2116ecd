'use client'

import { useEffect, useRef } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { useReader } from './reader-context.ts'

/** Beside the pointer, px. */
const OFFSET = 14

/** The name of the tag that is dragged, or that is armed while the pointer is over the text. */
export function PointerBadge() {
  const armed = useReader((state) => state.armed)
  const dragged = useReader((state) => state.dragged)
  const codebook = useReader((state) => state.codebook)
  const badge = useRef<HTMLSpanElement>(null)
  const item = dragged ?? armed
  const isShown = item !== null
  const isDragged = dragged !== null

  useEffect(() => {
    if (!isShown) return
    const onMove = ({ clientX, clientY, target, pointerType }: PointerEvent) => {
      if (!badge.current) return
      const isOver = isDragged || (target instanceof Element && target.closest('.column') !== null)
      badge.current.hidden = pointerType !== 'mouse' || !isOver
      badge.current.style.translate = `${clientX + OFFSET}px ${clientY + OFFSET}px`
    }
    addEventListener('pointermove', onMove)
    return () => removeEventListener('pointermove', onMove)
  }, [isShown, isDragged])

  if (!item) return null
  const isTheme = item.kind === 'theme'
  return (
    <span
      ref={badge}
      className={isTheme ? 'pointerbadge chip chip--theme' : 'pointerbadge chip'}
      data-h={isTheme ? codebook.themeHue(item.id) : undefined}
      aria-hidden="true"
      hidden
    >
      <Icon name={isDragged ? 'tag' : 'pin'} small />
      <span dir="auto">{isTheme ? codebook.themeName(item.id) : codebook.actorName(item.id)}</span>
    </span>
  )
}
