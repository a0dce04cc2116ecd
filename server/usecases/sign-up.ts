import type { Db } from '#/db/client.ts'
import { insertAccount } from '#/db/queries/accounts.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { hashPassword, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '#/server/auth/password.ts'

export interface SignUpInput {
  name: string
  email: string
  password: string
}

export type SignUpResult =
  | { ok: true; account: { id: string; email: string; name: string } }
  /** `field`: where it belongs; `reason`: the sentence to show there. */
  | { ok: false; field: keyof SignUpInput; reason: string }

const NAME_MAX_LENGTH = 80

const refuse = (field: keyof SignUpInput, reason: string): SignUpResult => ({ ok: false, field, reason })

/** A new account with a password. The address is kept in lower case and can have one account only. */
export async function signUp(input: SignUpInput, deps: { db: Db }): Promise<SignUpResult> {
  const name = input.name.trim().replace(/\s+/gu, ' ')
  const email = normalEmail(input.email)
  if (!name) return refuse('name', 'Enter your name, as colleagues know you.')
  if (name.length > NAME_MAX_LENGTH) return refuse('name', `Use a name of at most ${NAME_MAX_LENGTH} characters.`)
  if (!email) return refuse('email', 'That is not an email address. Check it for typing errors.')
  const weakness = weaknessOf(input.password, email)
  if (weakness) return refuse('password', weakness)
  const account = await insertAccount(deps.db, { email, name, passwordHash: await hashPassword(input.password) })
  if (!account) return refuse('email', 'This address has an account already. Sign in instead.')
  return { ok: true, account: { id: account.id, email: account.email, name: account.name } }
}

/** Length counts, not sorts of characters (NIST SP 800-63B); only the most careless choices are refused beside short ones. */
function weaknessOf(password: string, email: string): string | null {
  if ([...password].length < PASSWORD_MIN_LENGTH) return `Use at least ${PASSWORD_MIN_LENGTH} characters. A few words in a row work well.`
  if (password.length > PASSWORD_MAX_LENGTH) return `Use at most ${PASSWORD_MAX_LENGTH} characters.`
  if (password.toLowerCase() === email) return 'Use something other than your email address.'
  if (new Set(password).size < 4) return 'Use more than a few different characters.'
  return null
}
