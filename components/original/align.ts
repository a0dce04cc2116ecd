/** Parts that were not drawn before only get their true height when they come near, so a jump is corrected for some frames. */
const MOST_FRAMES = 24
/** Frames without a correction after which things are at rest. */
const STILL = 3

const underWay = new WeakMap<Element, number>()

/**
 * Scrolls a frame, frame after frame, until nothing moves any more. A later call for the same frame takes the place of one
 * that is under way.
 *
 * @param off how far what is to be aligned is off now, px; null when there is nothing to align
 */
export function settle(frame: Element, off: () => number | null): void {
  let frames = 0
  let still = 0
  const correct = () => {
    const by = off()
    const before = frame.scrollTop
    if (by !== null && Math.abs(by) >= 1) frame.scrollTop += by
    still = frame.scrollTop === before ? still + 1 : 0
    if (still < STILL && frames++ < MOST_FRAMES && frame.isConnected) underWay.set(frame, requestAnimationFrame(correct))
  }
  cancelAnimationFrame(underWay.get(frame) ?? 0)
  correct()
}

/**
 * Where an element stands on screen, px from the top. What is in a section that was not drawn yet stands where that begins:
 * the browser would give a place beyond the height it keeps free for the section, and never draw it there.
 */
export function topOf(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect()
  const section = element.closest('.original__section')?.getBoundingClientRect()
  return section && bottom > section.bottom + 1 ? section.top : top
}

/** Brings an element to the middle of its frame, unless it is in sight. */
export function bringIntoSight(frame: Element, element: Element): void {
  const { top, bottom, height } = frame.getBoundingClientRect()
  const at = topOf(element)
  if (at >= top && at + element.getBoundingClientRect().height <= bottom) return
  settle(frame, () => topOf(element) - frame.getBoundingClientRect().top - height / 2)
}
