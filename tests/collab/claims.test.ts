import { afterEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { FaultSwitch } from '#/tests/support/fault-switch.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
const faults = new FaultSwitch(pool)
let server: TestCollab
let tab: CollabClient
/** Keeps the room open on the server while the first one reconnects. */
let other: CollabClient

afterEach(async () => {
  faults.set({ writes: 'none' })
  await tab.destroy()
  await other.destroy()
  await server.stop()
})

test.each(['before', 'after'] as const)(
  'somebody whose first change was lost on the way (%s the database) may still write when the next server has the room',
  async (writes) => {
    server = await startCollab(db)
    const { scope, owner } = await makeWorkspace(db)
    const document = await makeLiveDocument(db, scope, 'Start')
    tab = openTab(server, { user: owner, cookie: (await signIn(db, owner.id)).cookie })
    const room = await openRoom(tab, document.text)
    other = openTab(server, { user: owner, cookie: (await signIn(db, owner.id)).cookie })
    await openRoom(other, document.text)
    const words = room.doc.getText(TEXT_NAME)
    faults.set({ writes, times: 1 })
    words.insert(words.length, ' one')
    await until('it was lost', () => !room.status.isSynced)
    await saved(tab)

    const { port } = new URL(server.url)
    await server.stop()
    server = await startCollab(db, Number(port))
    words.insert(words.length, ' two')
    await until('it is saved or refused', () => tab.status.state === 'refused' || (tab.status.state === 'saved' && tab.status.kept === 0))
    expect(tab.status.state).toBe('saved')
    expect(canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))).toBe('Start one two')
  },
  40_000,
)
