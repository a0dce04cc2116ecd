import type { ReaderModel } from '#/components/reader/reader-model.ts'
import { visibleRange } from '#/components/reader/visible-range.ts'
import { blocksBetween } from '#/lib/text/positions.ts'
import { settle, topOf } from './align.ts'
import { paragraphAt } from './paragraph-at.ts'

/** Height of the bar over the text, px: what is under it is not read. */
const BAR = 44
/** New paragraphs that are passed over to find one that came with the original. */
const MOST_PASSED = 40

/**
 * Keeps the original beside the same words while the live text is scrolled: the first block in sight is looked up by the
 * identity of its characters, also when paragraphs were moved. Returns how to stop.
 *
 * @param frame the scrolling element of the original
 */
export function followText(model: ReaderModel, frame: HTMLElement): () => void {
  const { desk } = model
  if (!desk) return () => {}
  let asked = 0
  const follow = () => {
    asked = 0
    // Looked up anew in each frame: what comes into sight after a jump may push the block that was first out of it.
    settle(frame, () => {
      const place = firstInSight(model, desk)
      const paragraph = place && paragraphAt(frame, place.original)
      return place && paragraph && topOf(paragraph) - place.element.getBoundingClientRect().top
    })
  }
  const onScroll = () => {
    asked ||= requestAnimationFrame(follow)
  }
  desk.addEventListener('scroll', onScroll, { passive: true })
  // Lines break elsewhere in another width.
  const resized = new ResizeObserver(onScroll)
  resized.observe(desk)
  resized.observe(frame)
  return () => {
    resized.disconnect()
    desk.removeEventListener('scroll', onScroll)
    cancelAnimationFrame(asked)
  }
}

/** The first block in sight with words of the original: its element, and where they stood. */
function firstInSight(model: ReaderModel, desk: HTMLElement): { element: Element; original: number } | null {
  const { view } = model
  if (!view) return null
  const { from } = visibleRange(view, desk, -BAR)
  let passed = 0
  for (const { node, pos, flat } of blocksBetween(view.state.doc, from, view.state.doc.content.size, 'pos')) {
    if (passed++ > MOST_PASSED) return null
    const range = model.comparison.originalOfLive(flat + 1, flat + 1 + node.content.size)
    const element = range && view.nodeDOM(pos)
    if (range && element instanceof Element) return { element, original: range.start }
  }
  return null
}
