'use client'

import { DetachedCard } from './detached-card.tsx'
import { useModel } from './reader-context.ts'
import { useLastWords } from './use-last-words.ts'

/** Statements whose words were deleted, with the last words they had. */
export function DetachedList() {
  const model = useModel()
  const detached = model.store.orphans()
  const lastWords = useLastWords(detached)
  return (
    <ul className="detached">
      {detached.map((passage) => (
        <li key={passage.annotation.id} className="card card--detached">
          <DetachedCard passage={passage} quote={lastWords(passage)} />
        </li>
      ))}
    </ul>
  )
}
