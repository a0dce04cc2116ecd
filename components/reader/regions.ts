/** The parts of the screen that F6 goes through, in order; the first that can take focus inside each is where it goes. */
const REGIONS: readonly { frame: string; target: string }[] = [
  { frame: '.topbar', target: 'a, button' },
  { frame: '.tour', target: '.tour__foot button:last-child' },
  { frame: '.book', target: '[tabindex="0"][role="treeitem"], input, button' },
  { frame: '.viewbar', target: 'button' },
  { frame: '.lanes', target: '[tabindex="0"]' },
  { frame: '.doc', target: '' },
  { frame: '.cards', target: '.card, button' },
  { frame: '.original', target: 'button:enabled' },
]

/** Moves the keyboard to the next (1) or previous (-1) part of the screen that is shown and has something to focus. */
export function focusRegion(by: 1 | -1): void {
  const targets = REGIONS.flatMap(({ frame, target }) => {
    const element = document.querySelector<HTMLElement>(frame)
    const inside = target === '' ? [element] : [...(element?.querySelectorAll<HTMLElement>(target) ?? [])]
    const focusable = inside.find((control) => control?.checkVisibility() && !control.matches(':disabled'))
    return element && focusable ? [{ element, focusable }] : []
  })
  if (targets.length === 0) return
  const here = targets.findIndex(({ element }) => element.contains(document.activeElement))
  const next = here === -1 && by === -1 ? targets.length - 1 : here + by
  targets[(next + targets.length) % targets.length]!.focusable.focus()
}
