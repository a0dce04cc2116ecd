'use client'

import { useMemo, useState } from 'react'
import type { EntryState } from '#/lib/codebook/codebook.ts'
import { isOffered } from '#/lib/codebook/offered.ts'

/** The entries a list shows: without the archived ones, unless they are asked for or one of them is open. */
export function useShownEntries<Entry extends { id: string; state: EntryState }>(entries: readonly Entry[], openId: string | undefined) {
  const [all, setAll] = useState(false)
  const listed = useMemo(() => entries.filter((entry) => all || isOffered(entry) || entry.id === openId), [entries, all, openId])
  const count = useMemo(() => entries.filter((entry) => !isOffered(entry)).length, [entries])
  return { listed, archived: { count, shown: all, onToggle: () => setAll(!all) } }
}
