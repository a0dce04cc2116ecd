'use client'

import { useHydrated } from '#/components/ui/use-hydrated.ts'
import { dateWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

const SHAPE = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** When something happened, in the reader's own time zone (in UTC until the page answers); the exact moment in the tooltip. `at` in ms since 1970. */
export function EntryTime({ at }: { at: number }) {
  const isLocal = useHydrated()
  const iso = new Date(at).toISOString()
  const shown = dateWords(at, isLocal ? SHAPE : { ...SHAPE, timeZone: 'UTC' })
  return (
    <time dateTime={iso} title={t('{iso} UTC', { iso: iso.replace('T', ' ').replace('Z', '') })}>
      {shown}
    </time>
  )
}
