import { useEffect, useRef } from 'react'
import type { Selection } from './use-selection.ts'

/** A checkbox over several excerpts: on when all are ticked, half on when some are. */
export function TickBox({ label, ids, selection }: { label: string; ids: readonly string[]; selection: Selection }) {
  const box = useRef<HTMLInputElement>(null)
  const ticked = ids.filter((id) => selection.ids.has(id)).length
  const isAll = ids.length > 0 && ticked === ids.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked > 0 && !isAll
  }, [ticked, isAll])
  return (
    <input
      ref={box}
      type="checkbox"
      className="check"
      aria-label={label}
      checked={isAll}
      disabled={ids.length === 0}
      onChange={() => selection.toggleAll(ids)}
    />
  )
}
