'use server'
import { refresh } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { normalEmail } from '#/lib/access/email-address.ts'
import { waitWords } from '#/lib/access/wait-words.ts'
import { t } from '#/lib/message/t.ts'
import { requestAddress, tryLink } from '#/server/auth/link-tries.ts'
import { requireUser } from '#/server/auth/session.ts'
import { log } from '#/server/log.ts'
import { db, runtime } from '#/server/runtime.ts'
import { type ChangePasswordResult, changePassword as change } from '#/server/usecases/change-password.ts'
import { mailResetLink } from '#/server/usecases/mail-reset-link.ts'
import { type ResetPasswordResult, resetPassword as reset } from '#/server/usecases/reset-password.ts'

const text = z.string().max(1000)
const changeSchema = z.object({ current: text, next: text })

/** Ends every other session of the person. */
export async function changePassword(input: z.infer<typeof changeSchema>): Promise<ChangePasswordResult> {
  const { id, sessionId } = await requireUser('/account')
  const { collab, tries } = runtime()
  const result = await change({ userId: id, sessionId }, changeSchema.parse(input), { db: db(), collab, tries })
  if (result.ok) refresh()
  return result
}

/** Sends a link to a new password. Says the same, after the same time, for an address that has no account: everything that differs happens after the answer. */
export async function askForReset(typed: string): Promise<{ ok: true } | { ok: false; reason: string }> {
  const { mailer, tries, origin } = runtime()
  const email = normalEmail(text.parse(typed))
  if (!mailer) return { ok: false, reason: t('This installation sends no mails. Ask whoever runs it for a link.') }
  if (!email) return { ok: false, reason: t('That is not an email address. Check it for typing errors.') }
  const address = await requestAddress()
  const waitMs = Math.max(tries.resetMail.waitMs(email), tries.resetAddress.waitMs(address))
  if (waitMs > 0) return { ok: false, reason: waitWords(waitMs / 1000) }
  tries.resetMail.spend(email)
  tries.resetAddress.spend(address)
  after(() => mailResetLink(email, { db: db(), mailer, origin }).catch((error) => log.error('password-reset.mail', error)))
  return { ok: true }
}

/** Uses the link of a reset up. */
export async function resetPassword(
  token: string,
  password: string,
): Promise<ResetPasswordResult | { ok: false; reason: 'too-many-tries'; retryInS: number }> {
  const { collab, tries } = runtime()
  return tryLink(() => reset(text.parse(token), text.parse(password), { db: db(), collab, tries }))
}
