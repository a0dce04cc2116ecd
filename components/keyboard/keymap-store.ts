import { useSyncExternalStore } from 'react'
import { type Keymap, USUAL_KEYMAP } from '#/lib/keyboard/keymap.ts'

let keymap = USUAL_KEYMAP
const listeners = new Set<() => void>()

/** The keys of the person who has this page open. */
export function currentKeymap(): Keymap {
  return keymap
}

export function setKeymap(next: Keymap): void {
  keymap = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** {@link currentKeymap}, drawn anew when it changes. */
export function useKeymap(): Keymap {
  return useSyncExternalStore(subscribe, currentKeymap, () => USUAL_KEYMAP)
}
