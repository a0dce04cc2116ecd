/** The sign of the main modifier key here: ⌘ on Apple systems, Ctrl elsewhere. In the browser only. */
export function modKey(): string {
  return typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl '
}
