'use client'

import { useEffect, useState } from 'react'
import { REACH_NAMES } from '#/components/radar/reach-names.ts'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { MentionRejection, Reach } from '#/lib/codebook/radar/rejections.ts'
import { t } from '#/lib/message/t.ts'
import { loadAllRejections, takeBackRejections } from '#/server/actions/mentions.ts'
import type { ListActor } from './mentions-screen.tsx'

interface IgnoredDialogProps {
  workspaceId: string
  actors: ReadonlyMap<string, ListActor>
  mayTag: boolean
  onClose: () => void
  /** Something is offered again. */
  onChanged: () => void
}

/** What was ignored, by whomever, newest first; each can be offered again. */
export function IgnoredDialog({ workspaceId, actors, mayTag, onClose, onChanged }: IgnoredDialogProps) {
  const [ignored, setIgnored] = useState<readonly MentionRejection[] | null>(null)
  useEffect(() => {
    let isLeft = false
    loadAllRejections(workspaceId).then(
      (list) => !isLeft && setIgnored(list?.toReversed() ?? []),
      () => !isLeft && setIgnored([]),
    )
    return () => {
      isLeft = true
    }
  }, [workspaceId])
  const offerAgain = async (id: string) => {
    const result = await attempt(takeBackRejections(workspaceId, [id]))
    if (!result.ok) return showToast(result.reason)
    setIgnored((before) => before?.filter((one) => one.id !== id) ?? null)
    onChanged()
  }
  return (
    <Dialog open onClose={onClose} title={t('Ignored names')} wide>
      {ignored === null && <p className="muted">{t('Reading the list…')}</p>}
      {ignored?.length === 0 && <p className="muted">{t('Nothing is ignored.')}</p>}
      <ul className="ignored">
        {ignored?.map(({ id, actorId, words, documentId, runs }) => (
          <li key={id}>
            <ActorKindIcon kind={actors.get(actorId)?.kind ?? 'other'} />
            <span className="grow">
              <b dir="auto">{words}</b> {t('is not')} <bdi>{actors.get(actorId)?.name ?? t('a deleted actor')}</bdi>
            </span>
            <span className="muted">{REACH_NAMES[reachOf(documentId, runs)]}</span>
            {mayTag && (
              <Button look="quiet" aria-label={t('Offer “{words}” again', { words })} onClick={() => void offerAgain(id)}>
                {t('Offer again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const reachOf = (documentId: string | null, runs: MentionRejection['runs']): Reach =>
  runs ? 'here' : documentId ? 'document' : 'everywhere'
