import { useEffect, useState } from 'react'

export interface Latest<T> {
  /** Of the latest promise that was kept, or of the one before until then; null before the first. */
  value: T | null
  /** Whether `value` is of the promise given now. */
  isCurrent: boolean
}

/** Keeps showing what there was until what was asked for is there. A broken promise changes nothing. */
export function useLatest<T>(promise: Promise<T>): Latest<T> {
  const [kept, setKept] = useState<{ promise: Promise<T>; value: T } | null>(null)
  useEffect(() => {
    let isLatest = true
    promise.then(
      (value) => {
        if (isLatest) setKept({ promise, value })
      },
      () => {},
    )
    return () => {
      isLatest = false
    }
  }, [promise])
  return { value: kept?.value ?? null, isCurrent: kept?.promise === promise }
}
