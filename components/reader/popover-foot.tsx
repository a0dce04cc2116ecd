import { Kbd } from '#/components/ui/kbd.tsx'

const HINTS: readonly [keys: readonly string[], what: string][] = [
  [['↑', '↓'], 'move'],
  [['→'], 'role or stance'],
  [['↵'], 'add'],
  [['⌫'], 'remove last'],
  [['esc'], 'close'],
]

/** The keys of the popover, for the eye; screen readers find them in the keyboard sheet. */
export function PopoverFoot() {
  return (
    <div className="pop__foot" aria-hidden="true">
      {HINTS.map(([keys, what]) => (
        <span key={what}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{' '}
          {what}
        </span>
      ))}
    </div>
  )
}
