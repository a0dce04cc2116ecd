'use client'

import { type FormEvent, useState } from 'react'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { INVITATION_DAYS, type InvitationDays, type OpenInvitation, ROLE_NAMES } from '#/lib/access/member.ts'
import { MEMBER_ROLES, type MemberRole } from '#/lib/access/roles.ts'
import { counted } from '#/lib/counted.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
import { inviteMember, revokeInvitation } from '#/server/actions/members.ts'
import { NewLink } from './new-link.tsx'

const roleOptions = () => MEMBER_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))
const dayOptions = () => INVITATION_DAYS.map((days) => ({ value: String(days), label: counted(days, 'day') }))

/** Makes invitation links and lists the ones that are still good. For owners. */
export function InvitationPanel({ workspaceId, invitations }: { workspaceId: string; invitations: readonly OpenInvitation[] }) {
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ id: string; link: string; role: MemberRole } | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    const role = data.get('role') as MemberRole
    setBusy(true)
    const email = String(data.get('email')).trim() || undefined
    const result = await attempt(inviteMember(workspaceId, { role, days: Number(data.get('days')) as InvitationDays, email }))
    setBusy(false)
    if (result.ok) setMade({ id: result.id, link: result.link, role })
    else showToast(result.reason)
  }

  const revoke = async (invitation: OpenInvitation) => {
    const result = await attempt(revokeInvitation(workspaceId, invitation.id))
    if (result.ok && made?.id === invitation.id) setMade(null)
    showToast(result.ok ? t('The link does not work any more') : result.reason)
  }

  return (
    <>
      <form className="settings__inline settings__inline--narrow" onSubmit={submit} noValidate>
        <Select label={t('Role')} name="role" defaultValue="coder" options={roleOptions()} />
        <Select label={t('Good for')} name="days" defaultValue="3" options={dayOptions()} />
        <TextInput
          label={t('Only for (optional)')}
          type="email"
          name="email"
          dir="ltr"
          autoComplete="off"
          placeholder={t('name@example.org')}
        />
        <Button look="primary" icon="link" type="submit" busy={busy}>
          {t('Create link')}
        </Button>
      </form>
      {made && <NewLink key={made.id} link={made.link} role={made.role} />}
      {invitations.length > 0 && <InvitationTable invitations={invitations} onRevoke={revoke} />}
    </>
  )
}

interface InvitationTableProps {
  invitations: readonly OpenInvitation[]
  onRevoke: (invitation: OpenInvitation) => void
}

function InvitationTable({ invitations, onRevoke }: InvitationTableProps) {
  return (
    <ActionGrid
      label={t('Open invitations')}
      columns={[{ name: t('Link for') }, { name: t('Made by'), className: 'hide-small' }, { name: t('Good until') }]}
    >
      {invitations.map((invitation) => (
        <tr key={invitation.id}>
          <td className="name">
            {t('One {role}', { role: ROLE_NAMES[invitation.role].toLowerCase() })}
            {invitation.email && <span className="muted clip">{invitation.email}</span>}
          </td>
          <td className="muted hide-small">{invitation.createdByName}</td>
          <td className="muted num">{shortDateOf(invitation.expiresAt)}</td>
          <td className="r">
            <Button
              look="quiet"
              onClick={() => onRevoke(invitation)}
              aria-label={t('Revoke the link for one {role}, good until {expiresAt}', {
                role: ROLE_NAMES[invitation.role].toLowerCase(),
                expiresAt: shortDateOf(invitation.expiresAt),
              })}
            >
              {t('Revoke')}
            </Button>
          </td>
        </tr>
      ))}
    </ActionGrid>
  )
}
