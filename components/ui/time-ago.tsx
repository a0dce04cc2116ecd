'use client'

import { useEffect, useState } from 'react'
import { clockNow } from '#/lib/date/clock.ts'
import { relativeTime } from '#/lib/date/relative-time.ts'
import { t } from '#/lib/message/t.ts'

/** How long ago something happened; the exact time in the tooltip. `at` and `now` (when the server drew it) in ms since 1970. Renewed every minute. */
export function TimeAgo({ at, now }: { at: number; now: number }) {
  const [clock, setClock] = useState(now)
  useEffect(() => {
    setClock(clockNow())
    const timer = setInterval(() => setClock(clockNow()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const iso = new Date(at).toISOString()
  return (
    <time dateTime={iso} title={t('{iso} UTC', { iso: iso.slice(0, 16).replace('T', ' ') })}>
      {relativeTime(at, Math.max(clock, at))}
    </time>
  )
}
