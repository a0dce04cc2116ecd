import { expect, test } from 'vitest'
import { changeSettings, readSettings } from '#/db/queries/person-settings.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'

const { db } = testDatabase()

test('settings are changed field by field, and one that is undefined goes back to its usual value', async () => {
  const { id } = await makeUser(db)
  expect(await readSettings(db, id)).toEqual({})
  await Promise.all([changeSettings(db, id, { scheme: 'dark' }), changeSettings(db, id, { keys: { comment: 'K', hide: null } })])
  expect(await readSettings(db, id)).toEqual({ scheme: 'dark', keys: { comment: 'K', hide: null } })
  await changeSettings(db, id, { keys: undefined, scheme: undefined, tourSeen: true })
  expect(await readSettings(db, id)).toEqual({ tourSeen: true })
})

test('nobody changes the settings of others', async () => {
  const [layla, maren] = [await makeUser(db), await makeUser(db)]
  await changeSettings(db, layla.id, { language: 'ar' })
  expect(await readSettings(db, maren.id)).toEqual({})
})
