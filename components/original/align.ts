/** Parts that were not drawn before only get their true height when they come near, so a jump is corrected for some frames. */
const MOST_CORRECTIONS = 6

/** Scrolls a frame so that an element in it stands at a height of the window, in px, as far as it can be scrolled. */
export function alignTo(frame: Element, element: Element, y: () => number): void {
  let corrections = 0
  const correct = () => {
    const off = element.getBoundingClientRect().top - y()
    if (Math.abs(off) < 1 || corrections++ > MOST_CORRECTIONS || !element.isConnected) return
    const before = frame.scrollTop
    frame.scrollTop += off
    if (frame.scrollTop !== before) requestAnimationFrame(correct)
  }
  correct()
}

/** Brings an element to the middle of its frame, unless it is in sight. */
export function bringIntoSight(frame: Element, element: Element): void {
  const { top, bottom, height } = frame.getBoundingClientRect()
  const at = element.getBoundingClientRect()
  if (at.top >= top && at.bottom <= bottom) return
  alignTo(frame, element, () => frame.getBoundingClientRect().top + height / 2)
}
