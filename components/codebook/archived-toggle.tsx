'use client'

import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'

interface ArchivedToggleProps {
  count: number
  shown: boolean
  onToggle: () => void
}

/** Shows or hides the archived entries of a list; nothing while there are none. */
export function ArchivedToggle({ count, shown, onToggle }: ArchivedToggleProps) {
  if (count === 0) return null
  return (
    <Button look="quiet" icon="archive" aria-pressed={shown} onClick={onToggle}>
      {shown ? t('Hide archived') : t('Show {count} archived', { count })}
    </Button>
  )
}
