import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'

interface Tag {
  sort: 'actor' | 'theme'
  id: string
  role?: string | null
  stance?: string | null
}

/** A change of many statements in a few words, for the log: "added Hotline, supports", "replaced Russia by Russian MoD". */
export function bulkEditWords(edit: BulkEdit, codebook: Pick<Codebook, 'actors' | 'themes'>): string {
  const words = ({ sort, id, role, stance }: Tag) => {
    const entries: readonly { id: string; name: string }[] = sort === 'actor' ? codebook.actors : codebook.themes
    const name = entries.find((entry) => entry.id === id)?.name ?? 'a deleted entry'
    const as = role ?? (stance === 'none' ? null : stance)
    return as ? `${name}, ${as}` : name
  }
  if (edit.act === 'status') return edit.status ? `set the status to ${edit.status}` : 'took the status away'
  if (edit.act === 'replace') return `replaced ${words(edit.tag)} by ${words(edit.by)}`
  return `${edit.act === 'add' ? 'added' : 'removed'} ${words(edit.tag)}`
}
