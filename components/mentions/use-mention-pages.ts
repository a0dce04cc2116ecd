'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { attempt } from '#/components/ui/attempt.ts'
import type { ListedMention, MentionFilter, MentionPage } from '#/lib/codebook/radar/listed-mention.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { pageOfMentions } from '#/server/actions/mentions.ts'

export interface MentionPages {
  /** Everything that was read so far; null before the first answer. */
  page: MentionPage | null
  /** Somebody changed what the list is made of since it was read. */
  isOld: boolean
  isLoading: boolean
  /** Why the last request was not answered. */
  problem: string | null
  loadMore(): void
  reload(): void
  /** Takes mentions out of the list that were dealt with here. */
  remove(mentions: readonly ListedMention[]): void
}

/** The untagged mentions of the workspace, page by page. */
export function useMentionPages(workspaceId: string, filter: MentionFilter): MentionPages {
  const [page, setPage] = useState<MentionPage | null>(null)
  const [isOld, setOld] = useState(false)
  const [isLoading, setLoading] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useRef(0)
  const { actorId, documentId } = filter

  const load = useCallback(
    async (after: string | null) => {
      const number = ++asked.current
      setLoading(true)
      setProblem(null)
      const answer = await attempt(pageOfMentions(workspaceId, { filter: { actorId, documentId }, after }))
      // Another question was asked meanwhile.
      if (number !== asked.current) return
      setLoading(false)
      if (!answer.ok) return setProblem(answer.reason)
      if (after === null) setOld(false)
      setPage((before) => (after === null || !before ? answer : joined(before, answer)))
    },
    [workspaceId, actorId, documentId],
  )
  useEffect(() => void load(null), [load])

  const onNotice = useCallback(({ what }: WorkspaceNotice) => {
    if (what === 'mentions' || what === 'actors' || what === 'excerpts') setOld(true)
  }, [])
  useWorkspaceNotices(workspaceId, onNotice)

  return {
    page,
    isOld,
    isLoading,
    problem,
    loadMore: () => page?.next && void load(page.next),
    reload: () => void load(null),
    remove: (gone) => setPage((before) => before && without(before, gone)),
  }
}

function joined(before: MentionPage, next: MentionPage): MentionPage {
  const known = new Set(before.documents.map(({ id }) => id))
  return {
    ...next,
    mentions: [...before.mentions, ...next.mentions],
    documents: [...before.documents, ...next.documents.filter(({ id }) => !known.has(id))],
  }
}

function without(page: MentionPage, gone: readonly ListedMention[]): MentionPage {
  const keys = new Set(gone.map(mentionKey))
  return { ...page, mentions: page.mentions.filter((mention) => !keys.has(mentionKey(mention))), total: page.total - gone.length }
}

/** What tells a mention from all others of a list. */
export const mentionKey = ({ documentId, start, end }: ListedMention): string => `${documentId} ${start} ${end}`
