'use client'

import './tour.css'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'
import { insideWindow, placeTour } from './place-tour.ts'
import { TOUR_STEPS } from './tour-steps.ts'

interface TourProps {
  /** Called once, when it was gone through or sent away. */
  onEnd: () => void
}

/**
 * The first four things to know, each beside the part of the page it is about. It takes neither the keyboard nor the mouse
 * from the page: what it tells can be tried while it stands there.
 */
export function Tour({ onEnd }: TourProps) {
  const [at, setAt] = useState(0)
  const card = useRef<HTMLElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const step = TOUR_STEPS[at]!
  const isLast = at === TOUR_STEPS.length - 1

  useLayoutEffect(() => {
    const place = () => card.current && ring.current && placeBeside(card.current, ring.current, step.about)
    place()
    const observer = new ResizeObserver(place)
    const about = document.querySelector(step.about)
    if (about) observer.observe(about)
    addEventListener('resize', place)
    return () => {
      observer.disconnect()
      removeEventListener('resize', place)
    }
  }, [step])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !card.current?.contains(document.activeElement)) return
      event.preventDefault()
      onEnd()
    }
    // Before the page takes Esc for itself.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [onEnd])

  return (
    <>
      <div ref={ring} className="tour__ring" aria-hidden="true" />
      <section ref={card} className="tour" aria-labelledby={headingId}>
        <div aria-live="polite">
          <p className="tour__count num">{t('Tour, {at} of {toursteps}', { at: at + 1, toursteps: TOUR_STEPS.length })}</p>
          <h2 id={headingId}>{step.title}</h2>
          <p>{step.words}</p>
        </div>
        <IconButton icon="x" label={t('Skip the tour')} small onClick={onEnd} />
        <div className="tour__foot">
          {at > 0 && (
            <Button look="quiet" onClick={() => setAt(at - 1)}>
              {t('Back')}
            </Button>
          )}
          <Button look="primary" onClick={isLast ? onEnd : () => setAt(at + 1)}>
            {isLast ? t('Start reading') : t('Next')}
          </Button>
        </div>
      </section>
    </>
  )
}

/** Puts the card beside what it is about and a ring round that, through the CSSOM. What is not shown has no ring. */
function placeBeside(card: HTMLElement, ring: HTMLElement, selector: string): void {
  const window = { width: innerWidth, height: innerHeight }
  const shown = document.querySelector(selector)
  const box = shown?.checkVisibility() ? insideWindow(shown.getBoundingClientRect(), window) : null
  const about = box && box.width > 0 && box.height > 0 && window.width > 720 ? box : null
  const { left, top } = placeTour(about, { width: card.offsetWidth, height: card.offsetHeight }, window)
  card.style.left = `${left}px`
  card.style.top = `${top}px`
  ring.hidden = about === null
  if (!about) return
  ring.style.left = `${about.left}px`
  ring.style.top = `${about.top}px`
  ring.style.width = `${about.width}px`
  ring.style.height = `${about.height}px`
}
