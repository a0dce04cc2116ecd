import { useEffect, useState } from 'react'

/** The value of the latest promise that was kept; the one before until then, null before the first. A broken promise changes nothing. */
export function useLatest<T>(promise: Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    let isLatest = true
    promise.then(
      (kept) => {
        if (isLatest) setValue(kept)
      },
      () => {},
    )
    return () => {
      isLatest = false
    }
  }, [promise])
  return value
}
