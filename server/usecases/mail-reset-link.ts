import type { Db } from '#/db/client.ts'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { t } from '#/lib/message/t.ts'
import type { Mailer } from '#/server/mail/mailer.ts'
import { makeResetLink } from './make-reset-link.ts'

/**
 * Sends a link to a new password to an address that has an account with a password; to others nothing. Whoever asked must
 * not learn which it was: answer them without waiting for this.
 *
 * @param email in its normal form
 */
export async function mailResetLink(email: string, deps: { db: Db; mailer: Mailer; origin: string }): Promise<void> {
  const account = await findAccountByEmail(deps.db, email)
  if (!account?.passwordHash) return
  const { link } = await makeResetLink(account.id, 'mail', deps)
  await deps.mailer.send({ to: account.email, subject: t('Choose a new password for Interline'), text: words(account.name, link) })
}

function words(name: string, link: string): string {
  return [
    t('Hello {name},', { name }),
    t('Somebody, probably you, asked for a new password for your Interline account. Choose it here:'),
    link,
    t('The link works once, for two hours. Setting a new password signs you out everywhere.'),
    t('If it was not you, do nothing: your password stays as it is.'),
    '',
  ].join('\n\n')
}
