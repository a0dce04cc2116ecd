'use client'

import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import { useLeaveGuard } from '#/components/ui/use-leave-guard.ts'
import { t } from '#/lib/message/t.ts'
import { isUnderWay, wouldBeLost } from './import-queue.ts'
import { useImports } from './use-imports.ts'

/** In the bar while files are on their way: imports go on when one moves through the app, and the browser asks before the site is closed. */
export function ImportStatus() {
  const items = useImports()
  const left = items.filter(isUnderWay)
  useLeaveGuard(items.some(wouldBeLost))

  const [first] = left
  if (!first) return null
  return (
    <Link className="status" href={`/w/${first.workspaceId}/documents`}>
      <Icon name="upload" />
      {t('Importing, {left} left', { left: left.length })}
    </Link>
  )
}
