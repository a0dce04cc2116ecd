'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** false in the server's HTML and until this part of the page answers to clicks, then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
