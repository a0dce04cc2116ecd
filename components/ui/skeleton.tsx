'use client'

import { useEffect, useState } from 'react'
import { t } from '#/lib/message/t.ts'

/** Grey lines where text will stand; appears only when loading takes more than 300 ms, so quick loads do not flicker. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="stack" role="status" aria-label={t('Loading')}>
      {shown && Array.from({ length: lines }, (_, line) => <span key={String(line)} className="skel" />)}
    </div>
  )
}
