'use client'

import { useCallback, useState } from 'react'

/** The key of the point that is shown, kept in the address (`?at=`) so that it can be shared; null: the newest. */
export function useChosenPoint(openAt: string | null): [string | null, (key: string) => void] {
  const [chosen, setChosen] = useState(openAt)
  const choose = useCallback((key: string) => {
    setChosen(key)
    // The page is here already: the address changes without asking the server for it.
    history.replaceState(null, '', `${location.pathname}?at=${encodeURIComponent(key)}`)
  }, [])
  return [chosen, choose]
}
