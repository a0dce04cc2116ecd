import type { Db } from '#/db/client.ts'
import {
  type Account,
  findAccountByEmail,
  findAccountByIdentity,
  insertAccount,
  insertIdentity,
  removePassword,
} from '#/db/queries/accounts.ts'
import { revokeSessionsOf } from '#/db/queries/sessions.ts'
import { normalEmail } from '#/lib/access/email-address.ts'

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
 * verify addresses, so an existing account may have been made by somebody else: its password and its sessions end when
 * the provider's person takes it over.
 */
export async function signInWithProvider(
  profile: ProviderProfile,
  deps: { db: Db },
): Promise<{ ok: true; account: Account } | { ok: false; reason: 'no-email' | 'email-not-verified' }> {
  const linked = await findAccountByIdentity(deps.db, profile.provider, profile.subject)
  if (linked) return { ok: true, account: linked }
  const email = normalEmail(profile.email ?? '')
  if (!email) return { ok: false, reason: 'no-email' }
  const existing = await findAccountByEmail(deps.db, email)
  if (existing && !profile.emailVerified) return { ok: false, reason: 'email-not-verified' }
  // Both or neither: an account without its link could only be opened with an address the provider verified.
  const account = await deps.db.transaction(async (tx) => {
    const mine = existing ?? (await insertAccount(tx, { email, name: profile.name?.trim() || email, passwordHash: null }))
    if (!mine) throw new Error('The account was created by another request at the same moment; sign in again')
    if (existing) {
      await removePassword(tx, mine.id)
      await revokeSessionsOf(tx, mine.id)
    }
    await insertIdentity(tx, { provider: profile.provider, subject: profile.subject, userId: mine.id })
    return { ...mine, passwordHash: null }
  })
  return { ok: true, account }
}
