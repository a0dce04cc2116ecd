/** Whether the keys of this computer carry Apple's signs. In the browser only. */
export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
}
