'use client'

import { useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Button } from '#/components/ui/button.tsx'
import type { Membership } from '#/lib/codebook/actor-details.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { validityWords } from '#/lib/codebook/validity.ts'
import { t } from '#/lib/message/t.ts'
import { saveMembership } from '#/server/actions/actors.ts'
import { DetailRow } from './detail-row.tsx'
import { Fold } from './fold.tsx'
import { MembershipDialog } from './membership-dialog.tsx'
import { useRemoveDetail } from './use-remove-detail.ts'

interface ActorGroupsProps {
  workspaceId: string
  actor: Actor
  actors: readonly Actor[]
  memberships: readonly Membership[]
  canManage: boolean
  onOpen: (id: string) => void
  onChanged: () => void
}

/** Groups the actor is a member of beside the tree, and the members it has as an alliance. */
export function ActorGroups({ workspaceId, actor, actors, memberships, canManage, onOpen, onChanged }: ActorGroupsProps) {
  const [editing, setEditing] = useState<{ adds: 'group' | 'member'; membership: Membership | null } | null>(null)
  const remove = useRemoveDetail(workspaceId, actor.id, onChanged)
  const groups = memberships.filter((membership) => membership.actorId === actor.id)
  const members = memberships.filter((membership) => membership.groupId === actor.id)
  if (!canManage && memberships.length === 0) return null

  const list = (adds: 'group' | 'member', shown: readonly Membership[]) => (
    <ul>
      {shown.map((membership) => {
        const other = actors.find(({ id }) => id === (adds === 'group' ? membership.groupId : membership.actorId))
        if (!other) return null
        const { id, ...again } = membership
        return (
          <DetailRow
            key={id}
            label={`${adds === 'group' ? t('Group') : t('Member')} ${other.name}`}
            canManage={canManage}
            onEdit={() => setEditing({ adds, membership })}
            onRemove={() => void remove('memberships', id, other.name, () => saveMembership(workspaceId, actor.id, again))}
          >
            <span className="detail__main">
              <ActorKindIcon kind={other.kind} />
              <button type="button" className="linkbtn" onClick={() => onOpen(other.id)}>
                <bdi>{other.name}</bdi>
              </button>
            </span>
            <span className="faint num">{[validityWords(membership), membership.note].filter(Boolean).join(' · ')}</span>
          </DetailRow>
        )
      })}
    </ul>
  )
  return (
    <Fold title={t('Groups and members')} count={memberships.length} open={memberships.length > 0}>
      {groups.length > 0 && (
        <>
          <h4 className="label">{t('Member of')}</h4>
          {list('group', groups)}
        </>
      )}
      {members.length > 0 && (
        <>
          <h4 className="label">{t('Members')}</h4>
          {list('member', members)}
        </>
      )}
      {canManage && (
        <div className="row foldacts">
          <Button look="quiet" icon="plus" onClick={() => setEditing({ adds: 'group', membership: null })}>
            {t('Add to a group')}
          </Button>
          <Button look="quiet" icon="plus" onClick={() => setEditing({ adds: 'member', membership: null })}>
            {t('Add a member')}
          </Button>
        </div>
      )}
      {editing && (
        <MembershipDialog
          workspaceId={workspaceId}
          actor={actor}
          actors={actors}
          {...editing}
          onSaved={onChanged}
          onClose={() => setEditing(null)}
        />
      )}
    </Fold>
  )
}
