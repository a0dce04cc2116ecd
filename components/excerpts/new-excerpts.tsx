import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { countExcerptsNow } from '#/server/actions/excerpts.ts'

const WAIT_MS = 1000

interface NewExcerptsProps {
  workspaceId: string
  address: string
  /** How many matched when the page was drawn; null while they are counted. */
  known: number | null
}

/** Says that the results have changed on the server. Rows never move by themselves: pressing it draws them again. */
export function NewExcerpts({ workspaceId, address, known }: NewExcerptsProps) {
  const router = useRouter()
  const [count, setCount] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const onNotice = useCallback(
    ({ what }: WorkspaceNotice) => {
      if (what === 'members') return
      clearTimeout(timer.current)
      timer.current = setTimeout(async () => setCount((await countExcerptsNow(workspaceId, address).catch(() => null)) ?? null), WAIT_MS)
    },
    [workspaceId, address],
  )
  useWorkspaceNotices(workspaceId, onNotice)

  if (known === null || count === null || count === known) return null
  const words = count > known ? `${count - known} new` : `${known - count} no longer match`
  return (
    <div className="results__new" role="status">
      <button type="button" className="pill" onClick={() => router.refresh()}>
        {words}
        <span className="pill__verb">Show</span>
      </button>
    </div>
  )
}
