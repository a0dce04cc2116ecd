'use client'

import { Select } from '#/components/ui/select.tsx'
import type { EntryState } from '#/lib/codebook/codebook.ts'
import { isOffered } from '#/lib/codebook/offered.ts'
import { buildTree, descendantIds, flattenTree, type Nested } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'

interface ParentSelectProps {
  label?: string
  /** The words for none of them. */
  none?: string
  /** Archived ones are not offered. */
  entries: readonly (Nested & { name: string; state: EntryState })[]
  /** The entry that gets the parent: it and what is below it are not offered. Absent: a new one. */
  id?: string
  value: string | null
  onChange: (parentId: string | null) => void
  error?: string
}

/** Where an entry stands: under one of the others, or at the top. */
export function ParentSelect({
  label = t('Part of'),
  none = t('Nothing: at the top'),
  entries,
  id,
  value,
  onChange,
  error,
}: ParentSelectProps) {
  const barred = id ? descendantIds(entries, id).add(id) : new Set<string>()
  const offered = entries.filter((entry) => isOffered(entry) || entry.id === value)
  const rows = flattenTree(buildTree(offered)).filter(({ item }) => !barred.has(item.id))
  const options = [
    { value: '', label: none },
    // Non-breaking spaces: a native select shows no other indentation.
    ...rows.map(({ item, level }) => ({ value: item.id, label: '\u00a0\u00a0\u00a0'.repeat(level - 1) + item.name })),
  ]
  return (
    <Select label={label} options={options} value={value ?? ''} error={error} onChange={(event) => onChange(event.target.value || null)} />
  )
}
