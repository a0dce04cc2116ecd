'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import type { Scope } from '#/db/scope.ts'
import { INVITATION_DAYS, type InvitationDays, noMemberWords } from '#/lib/access/member.ts'
import { MEMBER_ROLES, type MemberRole } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { tryLink } from '#/server/auth/link-tries.ts'
import { findScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { type AcceptProblem, acceptInvitation as accept } from '#/server/usecases/accept-invitation.ts'
import { changeRole as change } from '#/server/usecases/change-role.ts'
import { inviteMember as invite } from '#/server/usecases/invite-member.ts'
import { removeMember as remove } from '#/server/usecases/remove-member.ts'
import { revokeInvitation as revoke } from '#/server/usecases/revoke-invitation.ts'

const role = z.enum(MEMBER_ROLES)
const inviteSchema = z.object({ role, days: z.literal(INVITATION_DAYS), email: z.string().optional() })
const changeSchema = z.object({ userId: z.uuid(), role })

const REASONS = {
  get stranger() {
    return noMemberWords()
  },
  get 'not-allowed'() {
    return t('Only an owner can do that.')
  },
  get 'last-owner'() {
    return t('A workspace needs an owner. Make somebody else an owner first.')
  },
  get 'no-member'() {
    return t('This person has left already.')
  },
  get 'no-address'() {
    return t('That is not an email address. Check it for typing errors.')
  },
  get gone() {
    return t('This link was used, revoked or has expired already.')
  },
} as const

type Refused = { ok: false; reason: string }
const refused = (reason: keyof typeof REASONS): Refused => ({ ok: false, reason: REASONS[reason] })
const deps = (scope: Scope) => ({ db: memberDb(scope), collab: runtime().collab })

/** `link`: to be handed on by the person who made it; it is not shown again. */
export async function inviteMember(
  workspaceId: string,
  input: { role: MemberRole; days: InvitationDays; email?: string },
): Promise<{ ok: true; id: string; link: string } | Refused> {
  const scope = await findScope(workspaceId)
  if (!scope) return refused('stranger')
  const result = await invite(scope, inviteSchema.parse(input), { db: memberDb(scope) })
  if (!result.ok) return refused(result.reason)
  refresh()
  return { ok: true, id: result.id, link: `${runtime().origin}/invite/${result.token}` }
}

export async function revokeInvitation(workspaceId: string, id: string): Promise<{ ok: true } | Refused> {
  return run(workspaceId, async (scope) => revoke(scope, z.uuid().parse(id), { db: memberDb(scope) }))
}

export async function changeRole(workspaceId: string, input: { userId: string; role: MemberRole }): Promise<{ ok: true } | Refused> {
  return run(workspaceId, (scope) => change(scope, changeSchema.parse(input), deps(scope)))
}

/** Removes somebody, or lets the person who asks leave. */
export async function removeMember(workspaceId: string, userId: string): Promise<{ ok: true } | Refused> {
  return run(workspaceId, (scope) => remove(scope, z.uuid().parse(userId), deps(scope)))
}

/** Joins with the link's token as the person who is signed in. */
export async function acceptInvitation(
  token: string,
): Promise<{ ok: true; workspaceId: string } | { ok: false; reason: AcceptProblem | 'too-many-tries' }> {
  const user = await requireUser()
  return tryLink(() => accept(user.id, z.string().parse(token), { db: db(), collab: runtime().collab }))
}

async function run(
  workspaceId: string,
  act: (scope: Scope) => Promise<{ ok: true } | { ok: false; reason: keyof typeof REASONS }>,
): Promise<{ ok: true } | Refused> {
  const scope = await findScope(workspaceId)
  if (!scope) return refused('stranger')
  const result = await act(scope)
  if (!result.ok) return refused(result.reason)
  refresh()
  return result
}
