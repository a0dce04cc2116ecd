import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listSavedQueries } from '#/db/queries/saved-queries.ts'
import { auditLog } from '#/db/schema/audit.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'
import { deleteSavedQuery, saveQuery, updateSavedQuery } from '#/server/usecases/save-query.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const database = testDatabase()
const { db } = database

async function desk() {
  const { scope: owner } = await makeWorkspace(db)
  const [coder, viewer] = [await makeMember(db, owner.workspaceId, 'coder'), await makeMember(db, owner.workspaceId, 'viewer')]
  const deps = { db: database.forWorkspace(owner.workspaceId) }
  const save = (scope: Scope, name: string, address: string, isShared = false) => saveQuery(scope, { name, address, isShared }, deps)
  const names = async (scope: Scope) => (await listSavedQueries(deps.db, scope)).map(({ name, address }) => `${name}: ${address}`)
  return { owner, coder: coder.scope, viewer: viewer.scope, deps, save, names }
}

test('a query is kept for oneself or for all, and asks what it asked', async () => {
  const { owner, coder, viewer, save, names } = await desk()
  expect(await save(coder, ' My  own ', 'q=line&view=table')).toEqual({ ok: true })
  expect(await save(coder, 'Ours', 'stance=opposes', true)).toEqual({ ok: true })
  expect(await names(coder)).toEqual(['My own: ask=line&view=table', 'Ours: ask=stance%3Aopposes'])
  expect(await names(owner)).toEqual(['Ours: ask=stance%3Aopposes'])
  expect(await save(coder, 'my OWN', 'q=other')).toEqual({ ok: true })
  expect(await names(coder)).toEqual(['my OWN: ask=other', 'Ours: ask=stance%3Aopposes'])
  expect(await save(viewer, 'Mine', 'q=line')).toEqual({ ok: true })
})

test('a name that somebody shares already, a name of nothing, a query that is none and a role that may not share are refused', async () => {
  const { owner, coder, viewer, save, names } = await desk()
  await save(coder, 'Ours', 'q=a', true)
  expect(await save(owner, 'ours', 'q=b', true)).toMatchObject({ ok: false, reason: expect.stringContaining('Somebody shares') })
  expect(await save(owner, ' ', 'q=b')).toMatchObject({ ok: false })
  expect(await save(owner, 'Broken', 'ask=(a')).toMatchObject({ ok: false })
  expect(await save(viewer, 'Everybody', 'q=b', true)).toMatchObject({ ok: false })
  expect(await names(owner)).toEqual(['Ours: ask=a'])
})

test('who saved a query renames it, asks another under its name, shares it and takes it back; nobody else does', async () => {
  const { owner, coder, viewer, deps, save, names } = await desk()
  await save(coder, 'Line', 'q=line')
  await save(coder, 'Truce', 'q=truce')
  const [line] = await listSavedQueries(deps.db, coder)
  const change = (by: Scope, name: string, isShared: boolean) =>
    updateSavedQuery(by, { id: line!.id, name, address: `q=hotline&saved=${line!.id}`, isShared }, deps)
  expect(await change(coder, 'Hotline', true)).toEqual({ ok: true })
  expect(await names(owner), 'which one it was saved from is not kept with it').toEqual(['Hotline: ask=hotline'])
  expect((await listSavedQueries(deps.db, owner))[0]?.updatedAt).toBeGreaterThan(line!.updatedAt)
  expect(await change(owner, 'Mine', true)).toMatchObject({ ok: false, reason: expect.stringContaining('Only who saved') })
  expect(await change(viewer, 'Mine', false)).toMatchObject({ ok: false })
  expect(await change(coder, 'TRUCE', false)).toMatchObject({ ok: false, reason: expect.stringContaining('You have a query called') })
  expect(await change(coder, 'Hotline', false)).toEqual({ ok: true })
  expect(await names(owner)).toEqual([])
  const events = await db.select({ event: auditLog.event }).from(auditLog).where(eq(auditLog.workspaceId, owner.workspaceId))
  expect(events.map(({ event }) => event).filter((event) => event.startsWith('query'))).toEqual(['query-shared', 'query-unshared'])
})

test('who shared a query deletes it, and who moderates; nobody else, and nothing across workspaces', async () => {
  const { owner, coder, viewer, deps, save } = await desk()
  await save(coder, 'One', 'q=a', true)
  await save(coder, 'Two', 'q=a', true)
  const [one, two] = (await listSavedQueries(deps.db, owner)).map(({ id }) => id)
  expect(await deleteSavedQuery(viewer, one ?? '', deps)).toMatchObject({ ok: false })
  const { scope: stranger } = await makeWorkspace(db, { name: 'Other desk' })
  const elsewhere = { db: database.forWorkspace(stranger.workspaceId) }
  expect(await deleteSavedQuery(stranger, one ?? '', elsewhere)).toMatchObject({ ok: false })
  expect(await deleteSavedQuery(coder, one ?? '', deps)).toEqual({ ok: true })
  expect(await deleteSavedQuery(owner, two ?? '', deps)).toEqual({ ok: true })
  expect(await deleteSavedQuery(owner, newId(), deps)).toMatchObject({ ok: false })
  expect(await listSavedQueries(deps.db, owner)).toEqual([])
})
