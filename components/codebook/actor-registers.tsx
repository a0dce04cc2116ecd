'use client'

import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { type ExternalId, registerName } from '#/lib/codebook/external-id.ts'
import { t } from '#/lib/message/t.ts'
import { saveExternalId } from '#/server/actions/actors.ts'
import { DetailRow } from './detail-row.tsx'
import { ExternalIdDialog } from './external-id-dialog.tsx'
import { ExternalIdLink } from './external-id-link.tsx'
import { Fold } from './fold.tsx'
import { useRemoveDetail } from './use-remove-detail.ts'

interface ActorRegistersProps {
  workspaceId: string
  actor: Actor
  externalIds: readonly ExternalId[]
  canManage: boolean
  onChanged: () => void
}

/** What the actor is called in other people's registers. */
export function ActorRegisters({ workspaceId, actor, externalIds, canManage, onChanged }: ActorRegistersProps) {
  const [editing, setEditing] = useState<{ externalId: ExternalId | null } | null>(null)
  const remove = useRemoveDetail(workspaceId, actor.id, onChanged)
  if (!canManage && externalIds.length === 0) return null
  return (
    <Fold title={t('Identifiers')} count={externalIds.length} open={externalIds.length > 0}>
      <ul>
        {externalIds.map((externalId) => {
          const { id, ...again } = externalId
          const words = `${registerName(externalId.scheme)} ${externalId.value}`
          return (
            <DetailRow
              key={id}
              label={words}
              canManage={canManage}
              onEdit={() => setEditing({ externalId })}
              onRemove={() => void remove('externalIds', id, words, () => saveExternalId(workspaceId, actor.id, again))}
            >
              <span className="detail__main">
                <span className="muted">{registerName(externalId.scheme)}</span>
                <ExternalIdLink externalId={externalId} />
              </span>
            </DetailRow>
          )
        })}
      </ul>
      {canManage && (
        <div className="row foldacts">
          <Button look="quiet" icon="plus" onClick={() => setEditing({ externalId: null })}>
            {t('Add an identifier')}
          </Button>
        </div>
      )}
      {editing && (
        <ExternalIdDialog workspaceId={workspaceId} actor={actor} {...editing} onSaved={onChanged} onClose={() => setEditing(null)} />
      )}
    </Fold>
  )
}
