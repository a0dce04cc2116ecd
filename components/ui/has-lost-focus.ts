/** Whether the keyboard would be nowhere: a browser takes it from a box it hides only with the next frame. */
export function hasLostFocus(hidden: HTMLElement | null): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || (hidden?.contains(activeElement) ?? false)
}
