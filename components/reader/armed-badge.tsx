'use client'

import { useEffect, useRef } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { useModel, useReader } from './reader-context.ts'

/** Beside the pointer, px. */
const OFFSET = 14

/** The armed tag's name at the pointer while it is over the text. */
export function ArmedBadge() {
  const model = useModel()
  const armed = useReader((state) => state.armed)
  const codebook = useReader((state) => state.codebook)
  const badge = useRef<HTMLSpanElement>(null)
  const isArmed = armed !== null

  useEffect(() => {
    const { desk } = model
    if (!isArmed || !desk) return
    const onMove = ({ clientX, clientY, target, pointerType }: PointerEvent) => {
      if (!badge.current) return
      const isOver = pointerType === 'mouse' && target instanceof Element && target.closest('.column') !== null
      badge.current.hidden = !isOver
      badge.current.style.translate = `${clientX + OFFSET}px ${clientY + OFFSET}px`
    }
    const onLeave = () => badge.current?.setAttribute('hidden', '')
    desk.addEventListener('pointermove', onMove)
    desk.addEventListener('pointerleave', onLeave)
    return () => {
      desk.removeEventListener('pointermove', onMove)
      desk.removeEventListener('pointerleave', onLeave)
    }
  }, [model, isArmed])

  if (!armed) return null
  const isTheme = armed.kind === 'theme'
  return (
    <span
      ref={badge}
      className={isTheme ? 'armedbadge chip chip--theme' : 'armedbadge chip'}
      data-h={isTheme ? codebook.themeHue(armed.id) : undefined}
      aria-hidden="true"
      hidden
    >
      <Icon name="pin" small />
      <span dir="auto">{isTheme ? codebook.themeName(armed.id) : codebook.actorName(armed.id)}</span>
    </span>
  )
}
