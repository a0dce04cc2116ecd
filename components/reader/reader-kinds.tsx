'use client'

import type { ReactNode } from 'react'
import { KindsContext } from '#/components/ui/kinds-context.ts'
import { useReader } from './reader-context.ts'

/** Tells what is drawn inside which kinds of actors the workspace has, as they change. */
export function ReaderKinds({ children }: { children: ReactNode }) {
  return <KindsContext value={useReader((state) => state.codebook.book.kinds)}>{children}</KindsContext>
}
