import { isApple } from '#/components/keyboard/is-apple.ts'

/** The sign of the main modifier key here: ⌘ on Apple systems, Ctrl elsewhere. In the browser only. */
export function modKey(): string {
  return isApple() ? '⌘' : `Ctrl `
}
