'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { showToast } from '#/components/ui/toast-store.ts'
import { moveDocumentToBin, restoreDocument } from '#/server/actions/documents.ts'
import type { HomeDocument } from './home-document.ts'

/** A title inside an English sentence keeps its own direction (Unicode isolates). */
const isolated = (title: string) => `\u2068${title}\u2069`
const SILENT = { ok: false as const, reason: 'The server did not answer. Try again.' }

/** Into the bin at once, with the way back in the toast; and out of it again. */
export function useBin(workspaceId: string) {
  const router = useRouter()
  return useMemo(() => {
    const restore = async (document: HomeDocument) => {
      const result = await restoreDocument(workspaceId, document.id).catch(() => SILENT)
      showToast(result.ok ? `${isolated(document.title)} is back` : result.reason)
      router.refresh()
    }
    const remove = async (document: HomeDocument) => {
      const result = await moveDocumentToBin(workspaceId, document.id).catch(() => SILENT)
      if (result.ok) showToast(`${isolated(document.title)} moved to the bin`, { label: 'Undo', run: () => restore(document) })
      else showToast(result.reason)
      router.refresh()
    }
    return { remove, restore }
  }, [router, workspaceId])
}
