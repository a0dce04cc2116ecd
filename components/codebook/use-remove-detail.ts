'use client'

import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import type { ActorDetails } from '#/lib/codebook/actor-details.ts'
import { t } from '#/lib/message/t.ts'
import { removeDetail } from '#/server/actions/actors.ts'

/** Removes details of an actor at once, with an undo that writes them anew. */
export function useRemoveDetail(workspaceId: string, actorId: string, onChanged: () => void) {
  return async (what: keyof ActorDetails, id: string, words: string, again: () => Promise<{ ok: boolean; reason?: string }>) => {
    const result = await attempt(removeDetail(workspaceId, actorId, { what, id }))
    if (!result.ok) return showToast(result.reason)
    onChanged()
    const undo = async () => {
      const back = await attempt(again())
      if (back.ok) onChanged()
      else showToast(back.reason ?? '')
    }
    showToast(t('Removed {words}', { words }), { label: t('Undo'), run: () => void undo() })
  }
}
