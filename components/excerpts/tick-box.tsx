import { useEffect, useRef } from 'react'

interface TickBoxProps {
  label: string
  /** `some`: half on. */
  ticked: 'all' | 'some' | 'none'
  disabled?: boolean
  onToggle: () => void
}

/** A checkbox over several excerpts: on when all are ticked, half on when some are. */
export function TickBox({ label, ticked, disabled = false, onToggle }: TickBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked === 'some'
  }, [ticked])
  return (
    <input
      ref={box}
      type="checkbox"
      className="check"
      aria-label={label}
      checked={ticked === 'all'}
      disabled={disabled}
      onChange={onToggle}
    />
  )
}
