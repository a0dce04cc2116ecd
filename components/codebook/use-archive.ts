'use client'

import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { archiveEntries } from '#/server/actions/codebook.ts'

/** Puts entries into the archive or takes them out, the first one named; says so and offers to take it back. */
export function useArchive(workspaceId: string, noun: 'actor' | 'theme', refresh: () => void) {
  const send = async (ids: readonly string[], archived: boolean): Promise<string[] | null> => {
    const result = await attempt(archiveEntries(workspaceId, { noun, ids, archived }))
    if (result.ok) refresh()
    else showToast(result.reason)
    return result.ok ? result.ids : null
  }
  return async (name: string, ids: readonly string[], archived: boolean) => {
    const done = await send(ids, archived)
    if (!done) return
    const names = done.length > 1 ? t('{name} and {count} more', { name, count: done.length - 1 }) : name
    const words = archived ? t('Archived {names}. Passages keep the tag', { names }) : t('{names} can be tagged with again', { names })
    showToast(words, { label: t('Undo'), run: () => void send(done, !archived) })
  }
}
