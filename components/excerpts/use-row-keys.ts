import type { RefObject } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'

interface RowActs {
  /** Selects a row, or no longer. */
  onTick: (annotationId: string) => void
  isTicked: (annotationId: string) => boolean
  /** Shows the words around a row, or no longer. */
  onPeek: (annotationId: string) => void
  /** Selects all that match, or none when all are. */
  onAll: () => void
}

/**
 * The keys of the rows (elements with `data-excerpt`): by themselves J and K go to the next and previous one, by the link in it, so that
 * Enter opens it; X selects it, Shift+J also the next one; Space shows the words around it; Ctrl+A selects all that match.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, { onTick, isTicked, onPeek, onAll }: RowActs): void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-excerpt]') ?? [])]
  const currentOf = (all: HTMLElement[]) => all.findIndex((row) => row.contains(document.activeElement))
  const currentId = () => {
    const all = rows()
    return all[currentOf(all)]?.dataset.excerpt
  }
  const go = (step: 1 | -1) => {
    const all = rows()
    const current = currentOf(all)
    const to = current < 0 ? firstInView(all) : Math.min(Math.max(current + step, 0), all.length - 1)
    const row = all[to]
    row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  const select = (id: string | undefined) => {
    if (id && !isTicked(id)) onTick(id)
  }
  useCommand('excerpts.next', () => go(1))
  useCommand('excerpts.previous', () => go(-1))
  useCommand('excerpts.select', () => {
    const id = currentId()
    if (id) onTick(id)
  })
  useCommand('excerpts.extend', () => {
    select(currentId())
    go(1)
    select(currentId())
  })
  useCommand('excerpts.peek', () => {
    const id = document.activeElement?.matches('input, button, summary') ? undefined : currentId()
    if (!id) return false
    onPeek(id)
  })
  useCommand('excerpts.all', () => (rows().length > 0 ? onAll() : false))
}

function firstInView(rows: HTMLElement[]): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.getBoundingClientRect().bottom > 140),
  )
}
