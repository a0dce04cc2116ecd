'use client'

import { useMemo, useState } from 'react'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import { type TreeRow, treeRows } from '#/lib/codebook/tree-rows.ts'
import { themeMatches } from './theme-matches.ts'

interface ThemeRows {
  /** The visible lines of the tree. */
  rows: readonly TreeRow<Theme>[]
  query: string
  setQuery: (query: string) => void
  /** Ids of the branches that are folded; none while a query filters. */
  closed: ReadonlySet<string>
  toggle: (id: string) => void
  /** Unfolds a theme and what is above it. */
  unfold: (id: string) => void
}

const NONE: ReadonlySet<string> = new Set()

/** The theme tree as it is filtered and folded. */
export function useThemeRows(themes: readonly Theme[]): ThemeRows {
  const [query, setQuery] = useState('')
  const [folded, setFolded] = useState(NONE)
  const rows = useMemo(() => treeRows(themes, { matches: themeMatches(themes, query), closed: folded }), [themes, query, folded])
  const open = (ids: readonly string[]) => setFolded((was) => new Set([...was].filter((id) => !ids.includes(id))))
  return {
    rows,
    query,
    setQuery,
    closed: query ? NONE : folded,
    toggle: (id) => (folded.has(id) ? open([id]) : setFolded((was) => new Set([...was, id]))),
    unfold: (id) => open(pathOf(themes, id).map((theme) => theme.id)),
  }
}
