import { beforeEach, expect, test } from 'vitest'
import { findSecondFactor, setPendingSecret } from '#/db/queries/two-factor.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { createHistory } from '#/server/jobs/history.ts'
import type { OperatorDeps } from '#/server/operator/command.ts'
import { resetPassword } from '#/server/operator/reset-password.ts'
import { readPasswordReset } from '#/server/usecases/read-password-reset.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'

const database = testDatabase()
const { db } = database
let deps: OperatorDeps

beforeEach(() => {
  deps = { database, history: createHistory(db), collab: null, origin: 'https://interline.example', dataDir: '/nowhere' }
})

test('the operator gets a link for somebody who has an account, and a sentence for nobody', async () => {
  const user = await makeUser(db, { email: 'layla@example.org', passwordHash: 'a hash' })
  const made = await resetPassword.run({ email: ' Layla@example.org', withoutTwoFactor: false }, deps)
  if (!made.ok) throw new Error(made.message)
  expect(made).toMatchObject({ name: user.name, hadPassword: true, turnedOff: false })
  const token = made.link.replace('https://interline.example/reset/', '')
  expect(await readPasswordReset(token, { db })).toMatchObject({ ok: true, reset: { userId: user.id } })
  expect(await resetPassword.run({ email: 'nobody@example.org', withoutTwoFactor: false }, deps)).toEqual({
    ok: false,
    message: 'Nobody has an account with the address nobody@example.org.',
  })
})

test('a lost second factor goes only when that was asked for, and both are on record as the operator’s', async () => {
  const user = await makeUser(db, { email: 'layla@example.org', passwordHash: 'a hash' })
  await setPendingSecret(db, user.id, 'sealed')
  await resetPassword.run({ email: user.email, withoutTwoFactor: false }, deps)
  expect(await findSecondFactor(db, user.id)).toMatchObject({ sealed: 'sealed' })
  expect(await resetPassword.run({ email: user.email, withoutTwoFactor: true }, deps)).toMatchObject({ ok: true, turnedOff: true })
  expect(await findSecondFactor(db, user.id)).toMatchObject({ sealed: null })
  expect((await db.select().from(auditLog)).map(({ event, userId, details }) => ({ event, userId, ...details }))).toEqual(
    ['password-reset-asked', 'two-factor-off', 'password-reset-asked'].map((event) => ({
      event,
      userId: user.id,
      by: 'operator',
    })),
  )
})
