'use client'

import type { ReactNode } from 'react'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { KindsContext } from './kinds-context.ts'

/** Tells what is drawn inside which kinds of actors the workspace has. */
export function KindsProvider({ kinds, children }: { kinds: readonly ActorKind[]; children: ReactNode }) {
  return <KindsContext value={kinds}>{children}</KindsContext>
}
