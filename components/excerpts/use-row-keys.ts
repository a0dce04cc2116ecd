import { type RefObject, useEffect, useRef } from 'react'
import { onPlainKey } from '#/components/ui/plain-key.ts'

/**
 * J and K go to the next and previous row (elements with `data-excerpt`, by the link in them, so that Enter opens it), X ticks the row
 * that is gone to.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, onTick: (annotationId: string) => void): void {
  const tick = useRef(onTick)
  useEffect(() => {
    tick.current = onTick
  }, [onTick])
  useEffect(() => {
    const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-excerpt]') ?? [])]
    const currentOf = (all: HTMLElement[]) => all.findIndex((row) => row.contains(document.activeElement))
    const go = (step: 1 | -1) => {
      const all = rows()
      const current = currentOf(all)
      const to = current < 0 ? firstInView(all) : Math.min(Math.max(current + step, 0), all.length - 1)
      const row = all[to]
      row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    }
    const tickCurrent = () => {
      const all = rows()
      const id = all[currentOf(all)]?.dataset.excerpt
      if (id) tick.current(id)
    }
    const ends = [onPlainKey('KeyJ', () => go(1)), onPlainKey('KeyK', () => go(-1)), onPlainKey('KeyX', tickCurrent)]
    return () => {
      for (const end of ends) end()
    }
  }, [list])
}

function firstInView(rows: HTMLElement[]): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.getBoundingClientRect().bottom > 140),
  )
}
