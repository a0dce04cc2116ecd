'use client'

import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { deleteVersion, nameVersion, renameVersion, restoreVersion } from '#/server/actions/versions.ts'
import { useHistoryPlace } from './history-context.ts'
import { pointLabel } from './point-words.ts'
import type { RestoreWhat } from './restore-words.ts'

/** What can be done with a point. Each answers a sentence when it failed, null when it was done and said. */
export interface VersionActs {
  name: (point: HistoryPoint, name: string) => Promise<string | null>
  unname: (point: HistoryPoint) => Promise<string | null>
  restore: (point: HistoryPoint, what: RestoreWhat) => Promise<string | null>
}

/** @param onDone called after each change, so that the list can be fetched again */
export function useVersionActs(onDone: () => void): VersionActs {
  const { workspaceId, documentId, now } = useHistoryPlace()

  const name: VersionActs['name'] = async (point, given) => {
    const { versionId } = point
    const result = await attempt(
      versionId
        ? renameVersion({ workspaceId, documentId, versionId, name: given })
        : nameVersion({ workspaceId, documentId, seq: point.seq, name: given }),
    )
    if (!result.ok) return refusal(result)
    showToast(t('Version saved: {given}', { given }))
    onDone()
    return null
  }

  const unname: VersionActs['unname'] = async (point) => {
    const { versionId } = point
    if (!versionId) return null
    const result = await attempt(deleteVersion({ workspaceId, documentId, versionId }))
    if (!result.ok) return told(refusal(result))
    showToast(t('Name deleted: {point}', { point: point.name }), {
      label: t('Undo'),
      run: () => void name({ ...point, versionId: null }, point.name),
    })
    onDone()
    return null
  }

  const restore: VersionActs['restore'] = async (point, what) => {
    const result = await attempt(restoreVersion({ workspaceId, documentId, seq: point.seq, what }))
    if (!result.ok) return refusal(result)
    onDone()
    if (!result.changed) {
      showToast(t('The document is as it was then: nothing had to change.'))
      return null
    }
    // What others did since is not put aside with the restoration unasked.
    const undo = async (unlessAfter?: number) => {
      const again = { workspaceId, documentId, seq: result.before, what }
      const undone = await attempt(restoreVersion(unlessAfter === undefined ? again : { ...again, unlessAfter }))
      if (undone.ok) showToast(t('The document is as it was before.'))
      else if ('changedSince' in undone) showToast(refusal(undone), { label: t('Undo all the same'), run: () => void undo() })
      else showToast(refusal(undone))
      onDone()
    }
    showToast(t('Restored: {point}', { point: pointLabel(point, now) }), { label: t('Undo'), run: () => void undo(result.after) })
    return null
  }
  return { name, unname, restore }
}

function told(sentence: string): string {
  showToast(sentence)
  return sentence
}

function refusal(result: { ok: false; message: string } | { ok: false; reason: string }): string {
  return 'message' in result ? result.message : result.reason
}
