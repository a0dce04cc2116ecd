'use client'

import { DetachedCard } from './detached-card.tsx'
import { useModel } from './reader-context.ts'

/** Statements whose words were deleted, with the last words they had. */
export function DetachedList() {
  const model = useModel()
  return (
    <ul className="detached">
      {model.store.orphans().map((passage) => (
        <li key={passage.annotation.id} className="card card--detached">
          <DetachedCard passage={passage} />
        </li>
      ))}
    </ul>
  )
}
