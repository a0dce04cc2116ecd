'use client'

import Link from 'next/link'
import { useEffect } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { isUnderWay } from './import-queue.ts'
import { useImports } from './use-imports.ts'

/** In the bar while files are on their way: imports go on when one moves through the app, and the browser asks before the site is closed. */
export function ImportStatus() {
  const items = useImports()
  const left = items.filter(isUnderWay)
  const underWay = left.length > 0

  useEffect(() => {
    if (!underWay) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [underWay])

  const [first] = left
  if (!first) return null
  return (
    <Link className="status" href={`/w/${first.workspaceId}/documents`}>
      <Icon name="upload" />
      Importing, {left.length} left
    </Link>
  )
}
