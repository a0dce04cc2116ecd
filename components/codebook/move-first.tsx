'use client'

import { Select } from '#/components/ui/select.tsx'
import type { EntryState } from '#/lib/codebook/codebook.ts'
import { isOffered } from '#/lib/codebook/offered.ts'
import { buildTree, flattenTree, type Nested } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'

interface MoveFirstProps {
  noun: 'actor' | 'theme'
  /** The entry that is about to go. */
  entry: Nested
  entries: readonly (Nested & { name: string; state: EntryState })[]
  /** Where its tags go; null: nowhere. */
  value: string | null
  onChange: (id: string | null) => void
}

/** Gives the tags of an entry that goes to another one. */
export function MoveFirst({ noun, entry, entries, value, onChange }: MoveFirstProps) {
  const rows = flattenTree(buildTree(entries.filter(isOffered))).filter(({ item }) => item.id !== entry.id)
  if (rows.length === 0) return null
  const options = [
    { value: '', label: t('No: they lose it') },
    // Non-breaking spaces: a native select shows no other indentation.
    ...rows.map(({ item, level }) => ({ value: item.id, label: '\u00a0\u00a0\u00a0'.repeat(level - 1) + item.name })),
  ]
  return (
    <Select
      label={noun === 'actor' ? t('Move its tags to another actor first?') : t('Move its tags to another theme first?')}
      options={options}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}
