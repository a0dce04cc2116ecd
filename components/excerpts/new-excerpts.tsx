import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import { t } from '#/lib/message/t.ts'
import { countExcerptsNow } from '#/server/actions/excerpts.ts'
import type { Latest } from './use-latest.ts'

/** Notices that come within this time become one question, ms. */
const GATHER_MS = 1000

interface NewExcerptsProps {
  workspaceId: string
  address: string
  counts: Latest<ExcerptCounts>
  onShow: () => void
}

/** Says that more, or fewer, match on the server than are shown. Rows never move by themselves: pressing it draws them again. */
export function NewExcerpts({ workspaceId, address, counts, onShow }: NewExcerptsProps) {
  const total = counts.isCurrent ? (counts.value?.excerpts ?? null) : null
  const [shown, setShown] = useState(total)
  if (shown === null && total !== null) setShown(total)
  const [told, setTold] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const onNotice = useCallback(
    ({ what }: WorkspaceNotice) => {
      if (what === 'members') return
      clearTimeout(timer.current)
      timer.current = setTimeout(async () => setTold((await countExcerptsNow(workspaceId, address).catch(() => null)) ?? null), GATHER_MS)
    },
    [workspaceId, address],
  )
  useWorkspaceNotices(workspaceId, onNotice)

  const count = told ?? total
  if (shown === null || count === null || count === shown) return null
  const words =
    count > shown
      ? t('{count} new', { count: count - shown })
      : t('{count, plural, one {# no longer matches} other {# no longer match}}', { count: shown - count })
  return (
    <div className="results__new" role="status">
      <button type="button" className="pill" onClick={onShow}>
        {words}
        <span className="pill__verb">{t('Show')}</span>
      </button>
    </div>
  )
}
