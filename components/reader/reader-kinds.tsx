'use client'

import type { ReactNode } from 'react'
import { KindsProvider } from '#/components/ui/kinds-provider.tsx'
import { useReader } from './reader-context.ts'

/** Tells what is drawn inside which kinds of actors the workspace has, as they change. */
export function ReaderKinds({ children }: { children: ReactNode }) {
  return <KindsProvider kinds={useReader((state) => state.codebook.book.kinds)}>{children}</KindsProvider>
}
