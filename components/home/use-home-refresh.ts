'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { imports } from '#/components/imports/use-imports.ts'

/** Fetches the list again when an import of this tab ends. */
export function useHomeRefresh(workspaceId: string): void {
  const router = useRouter()
  useEffect(() => {
    const doneHere = () => imports.get().filter((item) => item.workspaceId === workspaceId && item.state === 'done').length
    let seen = doneHere()
    return imports.subscribe(() => {
      const done = doneHere()
      if (done > seen) router.refresh()
      seen = done
    })
  }, [router, workspaceId])
}
