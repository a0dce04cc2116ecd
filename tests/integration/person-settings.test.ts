import { expect, test } from 'vitest'
import { listChosenColours } from '#/db/queries/people.ts'
import { changeSettings, readSettings } from '#/db/queries/person-settings.ts'
import { changeProfile } from '#/server/usecases/change-profile.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const database = testDatabase()
const { db } = database

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

test('a chosen colour is seen by everybody in a workspace of the person, at once', async () => {
  const { owner, scope } = await makeWorkspace(db)
  const { collab, calls } = recordingCollab()
  const asMember = database.forWorkspace(scope.workspaceId)
  expect(await listChosenColours(asMember, scope)).toEqual({})
  await changeProfile(owner.id, { colour: 5 }, { db, collab })
  expect(await listChosenColours(asMember, scope)).toEqual({ [owner.id]: 5 })
  expect(calls).toEqual([['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'members' }]])
})
