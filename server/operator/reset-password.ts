import { z } from 'zod'
import type { Db } from '#/db/client.ts'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { removeSecondFactor } from '#/db/queries/two-factor.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { t } from '#/lib/message/t.ts'
import { makeResetLink } from '#/server/usecases/make-reset-link.ts'
import { command } from './command.ts'

interface ResetInput {
  email: string
  /** Turn off a second factor that was lost. */
  withoutTwoFactor: boolean
}

interface ResetLink {
  /** Whose password it resets. */
  name: string
  link: string
  /** ISO 8601. */
  expiresAt: string
  /** false: until now they only came through single sign-on. */
  hadPassword: boolean
  /** Whether there was a second factor, and there is none now. */
  turnedOff: boolean
}

/** A link to a new password, for somebody the operator knows. */
export const resetPassword = command<ResetInput, ResetLink>({
  input: z.object({ email: z.string(), withoutTwoFactor: z.boolean() }),
  async run({ email: typed, withoutTwoFactor }, { database: { db }, origin }) {
    const email = normalEmail(typed)
    const account = email ? await findAccountByEmail(db, email) : null
    if (!account) return { ok: false, message: t('Nobody has an account with the address {typed}.', { typed }) }
    const turnedOff = withoutTwoFactor && (await turnOff(db, account.id))
    const { link, expiresAt } = await makeResetLink(account.id, 'operator', { db, origin })
    return { ok: true, name: account.name, link, expiresAt: expiresAt.toISOString(), hadPassword: account.passwordHash !== null, turnedOff }
  },
})

function turnOff(db: Db, userId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await removeSecondFactor(tx, userId))) return false
    await recordAudit(tx, { event: 'two-factor-off', workspaceId: null, userId, details: { by: 'operator' } })
    return true
  })
}
