import { useRef, useState } from 'react'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import type { Excerpt, ExcerptPage, PageGroup } from '#/lib/excerpt/excerpt.ts'
import { moreExcerpts } from '#/server/actions/excerpts.ts'

interface ExcerptPages {
  excerpts: Excerpt[]
  /** What they stand under, page after page; empty when they are not grouped. */
  groups: PageGroup[]
  /** Whether there is more to load. */
  hasMore: boolean
  isLoading: boolean
  /** A sentence, when the last try failed. */
  problem: string | null
  loadMore(): void
}

/** The excerpts loaded so far: the first page from the server, others as they are asked for. */
export function useExcerptPages(workspaceId: string, address: string, first: ExcerptPage): ExcerptPages {
  const [pages, setPages] = useState([first])
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const busy = useRef(false)
  const next = pages.at(-1)?.next ?? null

  const loadMore = async () => {
    if (busy.current || next === null) return
    busy.current = true
    setLoading(true)
    const page = await moreExcerpts(workspaceId, address, next).catch(() => undefined)
    busy.current = false
    setLoading(false)
    if (page) setPages((before) => [...before, page])
    setProblem(page ? null : page === null ? noMemberWords() : noAnswerWords())
  }
  const groups = pages.flatMap((page) => page.groups ?? [])
  return { excerpts: pages.flatMap((page) => page.excerpts), groups, hasMore: next !== null, isLoading, problem, loadMore }
}
