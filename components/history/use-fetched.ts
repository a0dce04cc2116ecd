'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Answer, fetchJson, fetchPast } from './fetch-json.ts'

export interface Fetched<T> {
  /** null until it is here. */
  value: T | null
  /** A sentence when it did not come. */
  problem: string | null
  /** Asks again; what is there stays until the new answer is. */
  retry: () => void
}

/** What the server answers at an address (JSON) now. */
export function useFetched<T>(address: string): Fetched<T> {
  return useAnswer<T>(address, fetchJson)
}

/** The same for what will never be another: kept, so that going back to it takes no time. */
export function usePast<T>(address: string): Fetched<T> {
  return useAnswer<T>(address, fetchPast)
}

function useAnswer<T>(address: string, ask: (address: string) => Promise<Answer<unknown>>): Fetched<T> {
  const [answer, setAnswer] = useState<{ address: string; value: T | null; problem: string | null } | null>(null)
  const [round, setRound] = useState(0)
  const retry = useCallback(() => setRound((before) => before + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let isWanted = true
    void ask(address).then(({ value, problem }) => {
      if (!isWanted) return
      setAnswer((before) => ({ address, value: (value as T | null) ?? (before?.address === address ? before.value : null), problem }))
    })
    return () => {
      isWanted = false
    }
  }, [address, ask, round])

  const isHere = answer?.address === address
  return { value: isHere ? answer.value : null, problem: isHere ? answer.problem : null, retry }
}
