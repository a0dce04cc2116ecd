/** The paragraph of the original on screen that holds an offset of its text (UTF-16). Their elements say where they begin. */
export function paragraphAt(frame: Element, offset: number): HTMLElement | null {
  const paragraphs = frame.querySelectorAll<HTMLElement>('[data-at]')
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (Number(paragraphs[middle]!.dataset.at) <= offset) low = middle
    else high = middle - 1
  }
  return paragraphs[low] ?? null
}
