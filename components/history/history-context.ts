'use client'

import { createContext, useContext } from 'react'
import type { CodebookView } from '#/components/reader/codebook-view.ts'
import type { MemberRole } from '#/lib/access/roles.ts'

/** What every part of a history page knows. */
export interface HistoryPlace {
  workspaceId: string
  documentId: string
  language: string
  direction: 'ltr' | 'rtl'
  role: MemberRole
  codebook: CodebookView
  /** When the page was opened, ms since 1970. */
  now: number
}

export const HistoryContext = createContext<HistoryPlace | null>(null)

/** Whose history it is; only inside a history page. */
export function useHistoryPlace(): HistoryPlace {
  const place = useContext(HistoryContext)
  if (!place) throw new Error('useHistoryPlace is only for parts of a history page')
  return place
}
