import type { Db } from '#/db/client.ts'
import { type Account, findAccountByEmail, findAccountByIdentity, insertAccount, insertIdentity } from '#/db/queries/accounts.ts'

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
 * the provider verified that address, or a new one. An unverified address never opens an existing account.
 */
export async function signInWithProvider(
  profile: ProviderProfile,
  deps: { db: Db },
): Promise<{ ok: true; account: Account } | { ok: false; reason: 'no-email' | 'email-not-verified' }> {
  const linked = await findAccountByIdentity(deps.db, profile.provider, profile.subject)
  if (linked) return { ok: true, account: linked }
  const email = profile.email?.trim().toLowerCase()
  if (!email) return { ok: false, reason: 'no-email' }
  const existing = await findAccountByEmail(deps.db, email)
  if (existing && !profile.emailVerified) return { ok: false, reason: 'email-not-verified' }
  const account = existing ?? (await insertAccount(deps.db, { email, name: profile.name?.trim() || email, passwordHash: null }))
  if (!account) throw new Error('The account was created by another request at the same moment; sign in again')
  await insertIdentity(deps.db, { provider: profile.provider, subject: profile.subject, userId: account.id })
  return { ok: true, account }
}
