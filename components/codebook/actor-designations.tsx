'use client'

import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { Designation } from '#/lib/codebook/actor-details.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { saveDesignation } from '#/server/actions/actors.ts'
import { DesignationDialog } from './designation-dialog.tsx'
import { DesignationText } from './designation-text.tsx'
import { DetailRow } from './detail-row.tsx'
import { Fold } from './fold.tsx'
import { useRemoveDetail } from './use-remove-detail.ts'

interface ActorDesignationsProps {
  workspaceId: string
  actor: Actor
  designations: readonly Designation[]
  canManage: boolean
  onChanged: () => void
}

/** What the actor has been declared to be, by whom, since when. */
export function ActorDesignations({ workspaceId, actor, designations, canManage, onChanged }: ActorDesignationsProps) {
  const [editing, setEditing] = useState<{ designation: Designation | null } | null>(null)
  const remove = useRemoveDetail(workspaceId, actor.id, onChanged)
  if (!canManage && designations.length === 0) return null
  return (
    <Fold title={t('Designations')} count={designations.length} open={designations.length > 0}>
      <ul>
        {designations.map((designation) => {
          const { id, ...again } = designation
          const words = [designation.label, designation.issuer].filter(Boolean).join(', ')
          return (
            <DetailRow
              key={id}
              label={words}
              canManage={canManage}
              onEdit={() => setEditing({ designation })}
              onRemove={() => void remove('designations', id, designation.label, () => saveDesignation(workspaceId, actor.id, again))}
            >
              <DesignationText designation={designation} />
            </DetailRow>
          )
        })}
      </ul>
      {canManage && (
        <div className="row foldacts">
          <Button look="quiet" icon="plus" onClick={() => setEditing({ designation: null })}>
            {t('Add a designation')}
          </Button>
        </div>
      )}
      {editing && (
        <DesignationDialog workspaceId={workspaceId} actor={actor} {...editing} onSaved={onChanged} onClose={() => setEditing(null)} />
      )}
    </Fold>
  )
}
