'use client'

import { useRouter } from 'next/navigation'
import { useOptimistic, useState, useTransition } from 'react'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Button } from '#/components/ui/button.tsx'
import { ConfirmDialog } from '#/components/ui/confirm-dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { type Member, ROLE_NAMES } from '#/lib/access/member.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
import { changeRole, removeMember } from '#/server/actions/members.ts'
import { RoleSelect } from './role-select.tsx'

interface MemberTableProps {
  workspaceId: string
  members: readonly Member[]
  /** The person who looks. */
  me: string
  canManage: boolean
}

/** Everybody in the workspace. Owners change roles and remove people here; everyone can leave. */
export function MemberTable({ workspaceId, members, me, canManage }: MemberTableProps) {
  const router = useRouter()
  const [, start] = useTransition()
  const [shown, setRole] = useOptimistic(members, (rows, change: { id: string; role: MemberRole }) =>
    rows.map((row) => (row.id === change.id ? { ...row, role: change.role } : row)),
  )
  const [removing, setRemoving] = useState<Member | null>(null)
  const [busy, setBusy] = useState(false)

  const change = (member: Member, role: MemberRole) =>
    start(async () => {
      setRole({ id: member.id, role })
      const result = await attempt(changeRole(workspaceId, { userId: member.id, role }))
      showToast(
        result.ok ? t('{member}: {role} from now on', { member: member.name, role: ROLE_NAMES[role].toLowerCase() }) : result.reason,
      )
    })

  const remove = async (member: Member) => {
    setBusy(true)
    const result = await attempt(removeMember(workspaceId, member.id))
    setBusy(false)
    setRemoving(null)
    if (!result.ok) return showToast(result.reason)
    if (member.id === me) return router.push('/')
    showToast(t('{member} was removed', { member: member.name }))
  }

  return (
    <>
      <ActionGrid label={t('Members')} columns={[{ name: t('Name') }, { name: t('Role') }, { name: t('Since'), className: 'hide-small' }]}>
        {shown.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isMe={member.id === me}
            canManage={canManage}
            onRole={(role) => change(member, role)}
            onRemove={() => setRemoving(member)}
          />
        ))}
      </ActionGrid>
      <ConfirmDialog
        open={removing !== null}
        title={removing?.id === me ? t('Leave this workspace?') : t('Remove {removing}?', { removing: removing?.name })}
        confirmLabel={removing?.id === me ? t('Leave') : t('Remove')}
        danger
        busy={busy}
        onConfirm={() => removing && remove(removing)}
        onClose={() => setRemoving(null)}
      >
        <p>
          {removing?.id === me
            ? t('You lose access at once. To come back you need a new invitation. What you wrote and tagged stays.')
            : t('They lose access at once, also in pages that are open. What they wrote and tagged stays.')}
        </p>
      </ConfirmDialog>
    </>
  )
}

interface MemberRowProps {
  member: Member
  isMe: boolean
  canManage: boolean
  onRole: (role: MemberRole) => void
  onRemove: () => void
}

function MemberRow({ member, isMe, canManage, onRole, onRemove }: MemberRowProps) {
  return (
    <tr>
      <td>
        <MemberName member={member} isMe={isMe} />
      </td>
      <td>
        {canManage ? (
          <RoleSelect label={t('Role of {member}', { member: member.name })} value={member.role} onChange={onRole} />
        ) : (
          ROLE_NAMES[member.role]
        )}
      </td>
      <td className="muted num hide-small">{shortDateOf(member.joinedAt)}</td>
      <td className="r">
        {(canManage || isMe) && (
          <Button
            look="quiet"
            onClick={onRemove}
            aria-label={isMe ? t('Leave this workspace') : t('Remove {member}', { member: member.name })}
          >
            {isMe ? t('Leave') : t('Remove')}
          </Button>
        )}
      </td>
    </tr>
  )
}

function MemberName({ member, isMe }: { member: Member; isMe: boolean }) {
  return (
    <span className="settings__person">
      <Avatar person={member} decorative />
      <span>
        <span className="name clip">
          <bdi>{member.name}</bdi>
          {isMe && <span className="muted"> {t('(you)')}</span>}
        </span>
        <span className="muted clip">
          {member.email}
          {member.hasTwoFactor && ` ${t('· two-factor')}`}
        </span>
      </span>
    </span>
  )
}
