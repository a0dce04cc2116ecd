import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'

const hints = (): readonly [keys: readonly string[], what: string][] => [
  [['↑', '↓'], t('move')],
  [['→'], t('role or stance')],
  [['↵'], t('add')],
  [['⌫'], t('remove last')],
  [['esc'], t('close')],
]

/** The keys of the popover, for the eye; screen readers find them in the keyboard sheet. */
export function PopoverFoot() {
  return (
    <div className="pop__foot" aria-hidden="true">
      {hints().map(([keys, what]) => (
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
