'use client'

import { useCallback, useState } from 'react'

/** The entry that is open, kept in the address (`?<name>=<id>`) so that it can be shared; null when none is. */
export function useAddressEntry(name: string, initial: string | null): [string | null, (id: string | null) => void] {
  const [id, setId] = useState(initial)
  const open = useCallback(
    (next: string | null) => {
      setId(next)
      const url = new URL(location.href)
      if (next === null) url.searchParams.delete(name)
      else url.searchParams.set(name, next)
      history.replaceState(null, '', url)
    },
    [name],
  )
  return [id, open]
}
