import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { presentPeople } from '#/components/collab/use-presence.ts'
import type { Scope } from '#/db/scope.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import type { PresenceState } from '#/lib/collab/presence.ts'
import { personColour } from '#/lib/person/person-colour.ts'
import { openRoom, openTab } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { RawClient } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
let server: TestCollab
let scope: Scope
let document: LiveDocument
const tabs: { destroy(): unknown }[] = []

beforeEach(async () => {
  server = await startCollab(db)
  scope = (await makeWorkspace(db)).scope
  document = await makeLiveDocument(db, scope)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
})

async function person(role: MemberRole, name: string) {
  const { user } = await makeMember(db, scope.workspaceId, role, { name })
  const { cookie } = await signIn(db, user.id)
  return { user, cookie }
}

async function open(role: MemberRole, name: string) {
  const { user, cookie } = await person(role, name)
  const tab = openTab(server, { user, cookie })
  tabs.push(tab)
  const room = await openRoom(tab, document.text)
  const others = () =>
    presentPeople(room.awareness.getStates() as Map<number, Partial<PresenceState>>, user.id).filter((present) => !present.isSelf)
  return { user, tab, room, others }
}

test('people see each other, viewers too, with the name and colour the server knows', async () => {
  const editor = await open('editor', 'Layla')
  const viewer = await open('viewer', 'Tomas')
  await until('both see each other', () => editor.others().length === 1 && viewer.others().length === 1)
  expect(editor.others()[0]).toMatchObject({ id: viewer.user.id, name: 'Tomas', colour: personColour(viewer.user.id) })
  viewer.room.setPresence({ cursor: { anchor: [1, 2, -1], head: [1, 5, -1] } })
  await until('the caret moves', () => editor.others()[0]?.tabs[0]?.state.cursor?.head[1] === 5)
  await (viewer.tab as CollabClient).destroy()
  await until('who leaves is gone', () => editor.others().length === 0)
})

test('nobody can pose as somebody else, speak for others, or fill the room with ghosts', async () => {
  const editor = await open('editor', 'Layla')
  const witness = await open('coder', 'Tomas')
  await until('both see each other', () => editor.others().length === 1 && witness.others().length === 1)
  const evil = await person('viewer', 'Evil')
  const client = new RawClient(server, evil.cookie)
  tabs.push({ destroy: () => client.close() })
  await client.opened()
  await client.join(document.text)
  const forged = { user: { id: editor.user.id, name: 'Layla', colour: 1 } }
  // First in the name of a living client, then as many clients at once.
  client.awareness(document.text, editor.room.doc.clientID, { ...forged, cursor: null })
  for (let i = 0; i < 20; i++) client.awareness(document.text, 1000 + i, forged)
  client.awareness(document.text, 1000, { ...forged, note: 'x'.repeat(5000) })
  await until('the attacker shows up as themselves', () => witness.others().some((present) => present.name === 'Evil'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  const seen = witness.others()
  expect(seen.map((present) => present.name).sort()).toEqual(['Evil', 'Layla'])
  expect(seen.find((present) => present.name === 'Evil')).toMatchObject({ id: evil.user.id, tabs: [{ clientId: 1000 }] })
  expect(seen.find((present) => present.name === 'Layla')?.tabs).toHaveLength(1)
  expect(JSON.stringify(seen)).not.toContain('xxx')
})
