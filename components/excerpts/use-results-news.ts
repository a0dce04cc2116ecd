import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { resultsNow } from '#/server/actions/excerpts.ts'
import type { Latest } from './use-latest.ts'

/** Notices that come within this time become one question, ms. */
const GATHER_MS = 1000
/** The most rows that are asked about. */
const ASKED_LIMIT = 5000

export interface ResultsNews {
  /** Shown ones that match no longer, by annotation id. */
  gone: ReadonlySet<string>
  /** How many match that did not when the list was drawn. */
  fresh: number
  /** How many match no longer, shown or not. */
  lost: number
}

/**
 * What became of results since they were drawn, asked for when somebody changed something.
 *
 * @param total how many matched
 * @param shown annotation ids of the rows
 */
export function useResultsNews(workspaceId: string, address: string, total: Latest<number>, shown: readonly string[]): ResultsNews {
  const counted = total.isCurrent ? total.value : null
  const [drawn, setDrawn] = useState(counted)
  if (drawn === null && counted !== null) setDrawn(counted)
  const [told, setTold] = useState<{ count: number; gone: ReadonlySet<string> } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  const rows = useRef(shown)
  useEffect(() => {
    rows.current = shown
  })

  const onNotice = useCallback(
    ({ what }: WorkspaceNotice) => {
      if (what === 'members') return
      // Where somebody is always at work the question is asked all the same.
      if (timer.current !== undefined) return
      timer.current = setTimeout(async () => {
        timer.current = undefined
        const asked = [...new Set(rows.current)].slice(0, ASKED_LIMIT)
        const now = await resultsNow(workspaceId, address, asked).catch(() => null)
        if (now) setTold({ count: now.count, gone: new Set(asked).difference(new Set(now.matching)) })
      }, GATHER_MS)
    },
    [workspaceId, address],
  )
  useWorkspaceNotices(workspaceId, onNotice)

  const gone = told?.gone ?? NONE
  const count = told?.count ?? counted
  if (drawn === null || count === null) return { gone, fresh: 0, lost: gone.size }
  const lost = Math.max(gone.size, drawn - count)
  return { gone, fresh: Math.max(0, count - drawn + lost), lost }
}

const NONE: ReadonlySet<string> = new Set()
