'use client'

import { Button } from '#/components/ui/button.tsx'
import type { EntryState } from '#/lib/codebook/codebook.ts'
import { descendantIds, type Nested, pathOf } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'
import { useArchive } from './use-archive.ts'

interface ArchiveButtonProps {
  workspaceId: string
  noun: 'actor' | 'theme'
  entry: Nested & { name: string; state: EntryState }
  /** All of its sort. */
  entries: readonly (Nested & { state: EntryState })[]
  onChanged: () => void
}

/**
 * Archives an entry or brings it back. A theme takes what is below it along: a branch without its top would be offered out of
 * its place; it comes back with what is above it. Actors go alone: a ministry outlives the archiving of its state.
 */
export function ArchiveButton({ workspaceId, noun, entry, entries, onChanged }: ArchiveButtonProps) {
  const archive = useArchive(workspaceId, noun, onChanged)
  if (entry.state === 'proposed') return null
  const archived = entry.state === 'archived'
  const along = noun === 'theme' ? relatives(entries, entry.id) : []
  const others = along.filter(({ state }) => state === entry.state).map(({ id }) => id)
  return (
    <Button icon="archive" onClick={() => void archive(entry.name, [entry.id, ...others], !archived)}>
      {archived
        ? t('Take out of the archive')
        : others.length > 0
          ? t('Archive theme and {count} below it', { count: others.length })
          : noun === 'actor'
            ? t('Archive actor')
            : t('Archive theme')}
    </Button>
  )
}

/** What goes along into the archive or out of it: everything below, and on the way out everything above. */
function relatives<T extends Nested & { state: EntryState }>(entries: readonly T[], id: string): T[] {
  const below = descendantIds(entries, id)
  const above = new Set(
    pathOf(entries, id)
      .filter((step) => step.id !== id && step.state === 'archived')
      .map((step) => step.id),
  )
  return entries.filter((other) => below.has(other.id) || above.has(other.id))
}
