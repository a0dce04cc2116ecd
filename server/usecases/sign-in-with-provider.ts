import type { Db } from '#/db/client.ts'
import {
  type Account,
  findAccountByEmail,
  findAccountByIdentity,
  insertAccount,
  insertIdentity,
  removePassword,
} from '#/db/queries/accounts.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { endPasswordResets } from '#/db/queries/password-resets.ts'
import { revokeSessionsOf } from '#/db/queries/sessions.ts'
import { removeSecondFactor } from '#/db/queries/two-factor.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { SessionDeps } from './end-session.ts'

export interface ProviderProfile {
  provider: string
  /** The provider's lasting id of the person. */
  subject: string
  email: string | undefined
  emailVerified: boolean
  name: string | undefined
}

/**
 * The account of somebody the identity provider vouches for: the one linked before, or the one with the same address if
 * the provider verified that address, or a new one. An unverified address never opens an existing account. Sign-up does not
 * verify addresses, so an existing account may have been made by somebody else: its password, its second
 * factor, its links and its sessions end when the provider's person takes it over.
 */
export async function signInWithProvider(
  profile: ProviderProfile,
  deps: SessionDeps,
): Promise<{ ok: true; account: Account } | { ok: false; reason: 'no-email' | 'email-not-verified' }> {
  const linked = await findAccountByIdentity(deps.db, profile.provider, profile.subject)
  if (linked) return { ok: true, account: linked }
  const email = normalEmail(profile.email ?? '')
  if (!email) return { ok: false, reason: 'no-email' }
  const existing = await findAccountByEmail(deps.db, email)
  if (existing && !profile.emailVerified) return { ok: false, reason: 'email-not-verified' }
  // Both or neither: an account without its link could only be opened with an address the provider verified.
  const { account, ended } = await deps.db.transaction(async (tx) => {
    const mine =
      existing ?? (await insertAccount(tx, { email, name: oneLine(profile.name ?? '').slice(0, 80) || email, passwordHash: null }))
    if (!mine) throw new Error('The account was created by another request at the same moment; sign in again')
    await insertIdentity(tx, { provider: profile.provider, subject: profile.subject, userId: mine.id })
    const ended = existing ? await takeOver(tx, mine.id) : []
    if (!existing) await recordAudit(tx, { event: 'account-created', workspaceId: null, userId: mine.id, details: { by: 'provider' } })
    return { account: { ...mine, passwordHash: null }, ended }
  })
  for (const id of ended) deps.collab.closeSession(id)
  return { ok: true, account }
}

/** @returns ids of the sessions that ended */
async function takeOver(tx: Db, userId: string): Promise<string[]> {
  await removePassword(tx, userId)
  await removeSecondFactor(tx, userId)
  await endPasswordResets(tx, userId, new Date())
  const ended = await revokeSessionsOf(tx, userId)
  await recordAudit(tx, { event: 'password-changed', workspaceId: null, userId, details: { by: 'provider', sessionsEnded: ended.length } })
  return ended
}
