'use client'

import { useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Button } from '#/components/ui/button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import { t } from '#/lib/message/t.ts'
import { focusEntry } from './focus.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { useAddressEntry } from './use-address-entry.ts'

interface EntryToolsProps {
  workspaceId: string
  sort: EntrySort
  /** The entry that is open. */
  entry: Actor | Theme
  entries: readonly (Actor | Theme)[]
  usesOf: (id: string) => number
  onChanged: () => void
}

/** What makes one entry of several, and several of one. M merges. */
export function EntryTools({ workspaceId, sort, entry, entries, usesOf, onChanged }: EntryToolsProps) {
  const [doing, setDoing] = useState<'merge' | 'split' | null>(null)
  const [, open] = useAddressEntry()
  useCommand('entries.merge', () => setDoing('merge'))
  const stop = () => setDoing(null)
  return (
    <>
      <Button icon="merge" aria-keyshortcuts="M" onClick={() => setDoing('merge')}>
        {t('Merge…')} <Kbd>M</Kbd>
      </Button>
      <Button icon="split" onClick={() => setDoing('split')}>
        {t('Split…')}
      </Button>
      {doing === 'merge' && (
        <MergeDialog
          workspaceId={workspaceId}
          sort={sort}
          first={entry.id}
          entries={entries}
          usesOf={usesOf}
          onClose={stop}
          onMerged={(survivor) => {
            open(survivor)
            onChanged()
            // The drawer that the keyboard was in is another one now.
            if (survivor !== entry.id) requestAnimationFrame(() => focusEntry(survivor))
          }}
          onUndone={onChanged}
        />
      )}
      {doing === 'split' && <SplitDialog workspaceId={workspaceId} sort={sort} entry={entry} onClose={stop} onChanged={onChanged} />}
    </>
  )
}
