'use client'

import { useCallback, useEffect, useState } from 'react'

export interface Fetched<T> {
  /** null until it is here. */
  value: T | null
  /** A sentence when it did not come. */
  problem: string | null
  /** Asks again; what is there stays until the new answer is. */
  retry: () => void
}

const FAILED = 'The server did not answer. Check your connection and try again.'
const GONE = 'This part of the history is not there. The document may have been moved to the bin.'

/** What the server answers at an address (JSON); nothing is asked without one. */
export function useFetched<T>(address: string | null): Fetched<T> {
  const [answer, setAnswer] = useState<{ address: string; value: T | null; problem: string | null } | null>(null)
  const [round, setRound] = useState(0)
  const retry = useCallback(() => setRound((before) => before + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (address === null) return
    const ended = new AbortController()
    fetchJson<T>(address, ended.signal).then(
      ({ value, problem }) =>
        setAnswer((before) => ({ address, value: value ?? (before?.address === address ? before.value : null), problem })),
      () => {}, // nobody waits for it any more
    )
    return () => ended.abort()
  }, [address, round])

  const isHere = answer !== null && answer.address === address
  return { value: isHere ? answer.value : null, problem: isHere ? answer.problem : null, retry }
}

async function fetchJson<T>(address: string, signal: AbortSignal): Promise<{ value: T | null; problem: string | null }> {
  try {
    const response = await fetch(address, { signal, cache: 'no-store' })
    if (response.ok) return { value: (await response.json()) as T, problem: null }
    return { value: null, problem: response.status === 404 ? GONE : FAILED }
  } catch (error) {
    if (signal.aborted) throw error
    return { value: null, problem: FAILED }
  }
}
