const GAP = 4
const EDGE = 8

/**
 * Puts a shown popover under its button (above when there is no room), inside the window. Pixels of the viewport; set through
 * the CSSOM, which the content security policy allows.
 */
export function placeBelow(popover: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const anchor = button.getBoundingClientRect()
  const { width, height } = popover.getBoundingClientRect()
  const rtl = getComputedStyle(button).direction === 'rtl'
  const alignLeft = (align === 'start') !== rtl
  const left = alignLeft ? anchor.left : anchor.right - width
  const below = anchor.bottom + GAP
  const fits = below + height <= innerHeight - EDGE
  const top = fits ? below : Math.max(EDGE, anchor.top - GAP - height)
  popover.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - EDGE - width))}px`
  popover.style.top = `${top}px`
}
