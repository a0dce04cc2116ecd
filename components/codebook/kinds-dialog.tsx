'use client'

import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { changeKind, deleteKind, moveKind } from '#/server/actions/kinds.ts'
import { AddKind } from './add-kind.tsx'
import { KindRow } from './kind-row.tsx'

interface KindsDialogProps {
  workspaceId: string
  kinds: readonly ActorKind[]
  actors: readonly Actor[]
  onChanged: () => void
  onClose: () => void
}

/** What actors can be: the list of the workspace, in order. What is changed is saved at once. */
export function KindsDialog({ workspaceId, kinds, actors, onChanged, onClose }: KindsDialogProps) {
  const [busy, setBusy] = useState(false)
  /** Answers what is wrong, if anything. */
  const run = async (change: Promise<{ ok: true } | { ok: false; reason: string }>): Promise<string | undefined> => {
    setBusy(true)
    const result = await attempt(change)
    setBusy(false)
    if (result.ok) onChanged()
    return result.ok ? undefined : result.reason
  }
  const runOrTell = async (change: Parameters<typeof run>[0]) => {
    const problem = await run(change)
    if (problem) showToast(problem)
  }
  const slugs = kinds.map(({ slug }) => slug)
  return (
    <Dialog open onClose={onClose} title={t('Kinds of actors')} foot={<Button onClick={onClose}>{t('Done')}</Button>} wide>
      <ul className="kinds" aria-busy={busy}>
        {kinds.map((kind, at) => (
          <KindRow
            key={kind.slug}
            kind={kind}
            others={kinds.filter((other) => other !== kind)}
            uses={actors.filter((actor) => actor.kind === kind.slug).length}
            onChange={(change) => run(changeKind(workspaceId, kind.slug, change))}
            onUp={at === 0 ? null : () => void runOrTell(moveKind(workspaceId, { slug: kind.slug, before: slugs[at - 1] ?? null }))}
            onDown={
              at === kinds.length - 1
                ? null
                : () => void runOrTell(moveKind(workspaceId, { slug: kind.slug, before: slugs[at + 2] ?? null }))
            }
            onDelete={(moveTo) => run(deleteKind(workspaceId, { slug: kind.slug, moveTo }))}
          />
        ))}
      </ul>
      <AddKind workspaceId={workspaceId} onAdded={onChanged} />
    </Dialog>
  )
}
