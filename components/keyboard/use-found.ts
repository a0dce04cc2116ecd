import { useEffect, useState } from 'react'
import type { Found } from '#/lib/search/found.ts'
import { searchWorkspace } from '#/server/actions/search.ts'
import type { PaletteQuery } from './palette-option.ts'

/** Pause in typing after which the server is asked, ms. */
const PAUSE_MS = 60

interface FoundNow {
  found: Found | null
  /** The server has not answered yet. */
  isWaiting: boolean
  /** The server did not answer. */
  isOffline: boolean
}

const NOTHING: FoundNow = { found: null, isWaiting: false, isOffline: false }

/** What the server has under the words; what it had for the words before stays until it answers. */
export function useFound(workspaceId: string | null, { only, words }: PaletteQuery): FoundNow {
  const [now, setNow] = useState<FoundNow>({ ...NOTHING, isWaiting: true })
  useEffect(() => {
    if (workspaceId === null || only === 'commands') {
      setNow(NOTHING)
      return
    }
    let isOver = false
    setNow((before) => ({ ...before, isWaiting: true }))
    const timer = setTimeout(() => {
      searchWorkspace(workspaceId, words.slice(0, 200), only).then(
        (found) => !isOver && setNow({ ...NOTHING, found }),
        () => !isOver && setNow({ ...NOTHING, isOffline: true }),
      )
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [workspaceId, only, words])
  return now
}
