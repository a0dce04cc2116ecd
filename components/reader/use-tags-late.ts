'use client'

import { useEffect, useState } from 'react'
import { useReader } from './reader-context.ts'

/** The text is there and its statements should be too, ms after it. */
const LATE_MS = 8_000

/** Whether the text can be read while its statements do not come: refused, or not here after a good while. */
export function useTagsLate(): boolean {
  const waits = useReader((state) => state.loaded && !state.denied && !state.tagsLoaded)
  const isRefused = useReader((state) => state.tagsDenied)
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setIsLate(true), LATE_MS)
    return () => {
      clearTimeout(timer)
      setIsLate(false)
    }
  }, [waits])
  return waits && (isLate || isRefused)
}
