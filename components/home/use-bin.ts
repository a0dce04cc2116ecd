'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { moveDocumentToBin, restoreDocument } from '#/server/actions/documents.ts'
import type { HomeDocument } from './home-document.ts'

/** A title inside an English sentence keeps its own direction (Unicode isolates). */
const isolated = (title: string) => `\u2068${title}\u2069`

/** Puts a document into the bin at once, with the way back in the toast. */
export function useBin(workspaceId: string) {
  const router = useRouter()
  return useMemo(() => {
    const restore = async (document: HomeDocument) => {
      const result = await attempt(restoreDocument(workspaceId, document.id))
      showToast(result.ok ? t('{title} is back', { title: isolated(document.title) }) : result.reason)
      router.refresh()
    }
    const remove = async (document: HomeDocument) => {
      const result = await attempt(moveDocumentToBin(workspaceId, document.id))
      if (result.ok)
        showToast(t('{title} moved to the bin', { title: isolated(document.title) }), { label: t('Undo'), run: () => restore(document) })
      else showToast(result.reason)
      router.refresh()
    }
    return remove
  }, [router, workspaceId])
}
