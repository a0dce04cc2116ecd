'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { loadCodebook } from '#/server/actions/codebook.ts'
import { useModel } from './reader-context.ts'

/** A change of the codebook is asked for at once, counts less often, ms. */
const SOON_MS = 120
const COUNTS_MS = 4_000

/** Keeps the codebook and the document's details as the others change them. */
export function useCodebookNews(workspaceId: string, documentId: string, given: CountedCodebook): void {
  const model = useModel()
  const router = useRouter()
  const timer = useRef<{ at: number; handle: ReturnType<typeof setTimeout> } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was refreshed brings the newest codebook
  useEffect(() => {
    if (given !== model.ui.get().codebook.book) model.ui.set({ codebook: model.ui.get().codebook.changed(given) })
  }, [given])
  useEffect(
    () => () => {
      clearTimeout(timer.current?.handle)
      timer.current = null
    },
    [],
  )

  const reload = useCallback(
    (after: number) => {
      const at = Date.now() + after
      if (timer.current && timer.current.at <= at) return
      clearTimeout(timer.current?.handle)
      const handle = setTimeout(async () => {
        timer.current = null
        // While offline there is no answer; the next notice, or a reload, brings the list.
        const codebook = await loadCodebook(workspaceId).catch(() => null)
        if (codebook) model.ui.set({ codebook: model.ui.get().codebook.changed(codebook) })
      }, after)
      timer.current = { at, handle }
    },
    [workspaceId, model],
  )
  const onNotice = useCallback(
    ({ what, id, did }: WorkspaceNotice) => {
      if (what === 'actors' || what === 'themes' || what === 'memos') reload(SOON_MS)
      else if (what === 'excerpts') reload(COUNTS_MS)
      // A page of the server has nothing of a document in the bin; this one still has its text, to be saved.
      else if (what === 'members' || (what === 'documents' && id === documentId && did?.what !== 'binned')) router.refresh()
    },
    [reload, router, documentId],
  )
  useWorkspaceNotices(workspaceId, onNotice)
}
