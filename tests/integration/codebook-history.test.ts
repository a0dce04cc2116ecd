import { beforeEach, expect, test } from 'vitest'
import { type ChangesWanted, listCodebookChanges } from '#/db/queries/codebook-changes.ts'
import { readCodebookState } from '#/db/queries/codebook-state.ts'
import { listNamedVersions } from '#/db/queries/codebook-versions.ts'
import type { Scope } from '#/db/scope.ts'
import type { CodebookState } from '#/lib/codebook/codebook-change.ts'
import { stateAtVersion } from '#/lib/codebook/codebook-state.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { addReadyMade } from '#/server/usecases/add-ready-made.ts'
import { archiveEntries } from '#/server/usecases/archive-entries.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { createTheme } from '#/server/usecases/create-theme.ts'
import { deleteActor } from '#/server/usecases/delete-actor.ts'
import { deleteTheme } from '#/server/usecases/delete-theme.ts'
import { moveTheme } from '#/server/usecases/move-theme.ts'
import { nameCodebookVersion, unnameCodebookVersion } from '#/server/usecases/name-codebook-version.ts'
import { restoreActor } from '#/server/usecases/restore-actor.ts'
import { restoreTheme } from '#/server/usecases/restore-theme.ts'
import { undoCodebookImport } from '#/server/usecases/undo-codebook-import.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { updateTheme } from '#/server/usecases/update-theme.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db } = testDatabase()
const deps = { db, notify: () => {} }
let scope: Scope

beforeEach(async () => {
  scope = (await makeWorkspace(db)).scope
})

function done<T extends { ok: true }>(result: T | Refused): T {
  if (!result.ok) throw new Error(result.reason)
  return result
}

test('after any way of changing the codebook every earlier state comes back exactly', async () => {
  const states: CodebookState[] = [await readCodebookState(db, scope)]
  const after = async <T extends { ok: true }>(doing: Promise<T | Refused>): Promise<T> => {
    const result = done(await doing)
    states.push(await readCodebookState(db, scope))
    return result
  }
  const { theme: a } = await after(createTheme(scope, { name: 'Ground', definition: 'Where' }, deps))
  const { theme: b } = await after(createTheme(scope, { name: 'Aleppo', parentId: a.id, hotkey: 3, examples: ['the road'] }, deps))
  const { theme: c } = await after(createTheme(scope, { name: 'Talks' }, deps))
  await after(updateTheme(scope, c.id, { name: 'Diplomacy', include: 'visits', exclude: 'calls', hotkey: 3, hue: 9 }, deps))
  await after(moveTheme(scope, c.id, { parentId: a.id, beforeId: b.id }, deps))
  await after(archiveEntries(scope, { noun: 'theme', ids: [a.id, b.id, c.id], archived: true }, deps))
  await after(archiveEntries(scope, { noun: 'theme', ids: [a.id, c.id], archived: false }, deps))
  const { undo } = await after(deleteTheme(scope, a.id, deps))
  await after(updateTheme(scope, b.id, { definition: 'The city' }, deps))
  await after(restoreTheme(scope, undo, deps))
  const { actor: us } = await after(createActor(scope, { name: 'United States', kind: 'state', aliases: [{ name: 'США' }] }, deps))
  const { actor: dod } = await after(createActor(scope, { name: 'Pentagon', parentId: us.id }, deps))
  await after(updateActor(scope, us.id, { name: 'USA', aliases: [{ name: 'United States' }], hue: 2 }, deps))
  await after(archiveEntries(scope, { noun: 'actor', ids: [dod.id], archived: true }, deps))
  const { undo: undoActor } = await after(deleteActor(scope, us.id, deps))
  await after(restoreActor(scope, undoActor, deps))

  const changes = await listCodebookChanges(db, scope)
  expect(changes.map((change) => change.version).toSorted((x, y) => x - y)).toEqual(changes.map((_, at) => at + 1))
  expect(changes).toHaveLength(states.length - 1)
  for (const [version, state] of states.entries())
    expect(stateAtVersion(states.at(-1)!, changes, version), `version ${version}`).toEqual(state)
})

test('what changes nothing makes no version', async () => {
  const { theme } = done(await createTheme(scope, { name: 'Ground' }, deps))
  done(await updateTheme(scope, theme.id, { name: 'Ground', hotkey: null }, deps))
  done(await moveTheme(scope, theme.id, { parentId: null }, deps))
  expect(await listCodebookChanges(db, scope)).toHaveLength(1)
})

test('a key goes over to the theme that asks for it last, and comes back only if it is free', async () => {
  const { theme: a } = done(await createTheme(scope, { name: 'A', hotkey: 1 }, deps))
  const { undo } = done(await deleteTheme(scope, a.id, deps))
  const { theme: b } = done(await createTheme(scope, { name: 'B', hotkey: 1 }, deps))
  done(await restoreTheme(scope, undo, deps))
  const keys = async () => {
    const { themes } = await readCodebookState(db, scope)
    return [themes[a.id]?.hotkey, themes[b.id]?.hotkey]
  }
  expect(await keys()).toEqual([null, 1])
  done(await updateTheme(scope, a.id, { hotkey: 1 }, deps))
  expect(await keys()).toEqual([1, null])
})

test('archiving passes over proposals and what was archived before, and is refused to coders', async () => {
  const { theme } = done(await createTheme(scope, { name: 'A' }, deps))
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  expect(await archiveEntries(coder, { noun: 'theme', ids: [theme.id], archived: true }, deps)).toMatchObject({ ok: false })
  expect(done(await archiveEntries(scope, { noun: 'theme', ids: [theme.id, theme.id], archived: true }, deps)).ids).toEqual([theme.id])
  expect(await archiveEntries(scope, { noun: 'theme', ids: [theme.id], archived: true }, deps)).toMatchObject({ ok: false })
})

test('another workspace keeps its own versions', async () => {
  done(await createTheme(scope, { name: 'A' }, deps))
  const other = (await makeWorkspace(db)).scope
  done(await createTheme(other, { name: 'B' }, deps))
  expect((await listCodebookChanges(db, other)).map(({ version, name }) => `${version} ${name}`)).toEqual(['1 B'])
})

test('a ready-made codebook is one step, adds nothing twice, and is taken back as one; what is in use stays', async () => {
  const before = await readCodebookState(db, scope)
  const added = done(await addReadyMade(scope, 'plover', deps))
  expect(added).toMatchObject({ version: 1, themes: 118, kinds: 0 })
  expect(await addReadyMade(scope, 'plover', deps)).toMatchObject({ ok: false })
  done(await undoCodebookImport(scope, added.version, deps))
  expect(await readCodebookState(db, scope)).toEqual(before)
  expect(await undoCodebookImport(scope, added.version, deps)).toMatchObject({ ok: false })
  const changes = await listCodebookChanges(db, scope)
  expect(changes.map(({ act, undoneBy }) => [act, undoneBy])).toEqual([
    ['undone', null],
    ['imported', 2],
  ])
  expect(Object.keys(stateAtVersion(before, changes, 1).themes)).toHaveLength(118)

  const kinds = done(await addReadyMade(scope, 'acled', deps))
  expect(kinds).toMatchObject({ themes: 0, kinds: 7 })
  done(await createActor(scope, { name: 'HTS', kind: 'rebel-group' }, deps))
  done(await undoCodebookImport(scope, kinds.version, deps))
  const left = await readCodebookState(db, scope)
  expect(Object.keys(left.kinds)).toContain('rebel-group')
  expect(Object.keys(left.kinds)).not.toContain('rioters')
  expect(Object.keys(left.kinds)).toContain('civilians')
})

test('a change is found by the name it had, by what it is about, and by every entry it touched', async () => {
  const { theme: a } = done(await createTheme(scope, { name: '100%' }, deps))
  const { theme: b } = done(await createTheme(scope, { name: 'Talks', hotkey: 2 }, deps))
  done(await updateTheme(scope, a.id, { hotkey: 2 }, deps))
  done(await createActor(scope, { name: 'Iran' }, deps))
  done(await moveTheme(scope, a.id, { parentId: null, beforeId: null }, deps))
  const versions = async (wanted: ChangesWanted) => (await listCodebookChanges(db, scope, wanted)).map(({ version }) => version)
  expect(await versions({ text: '0%' })).toEqual([5, 3, 1])
  expect(await versions({ entry: 'actor' })).toEqual([4])
  // It lost its key in version 3, and only shifted in version 5.
  expect(await versions({ entryId: b.id })).toEqual([3, 2])
  expect(await versions({ before: 3, limit: 1 })).toEqual([2])
})

test('versions get names from editors, once there is such a version', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  expect(await nameCodebookVersion(scope, { version: 1, name: 'Too early' }, deps)).toMatchObject({ ok: false })
  expect(await nameCodebookVersion(coder, { version: 0, name: 'Start' }, deps)).toMatchObject({ ok: false })
  done(await nameCodebookVersion(scope, { version: 0, name: 'Start' }, deps))
  done(await nameCodebookVersion(scope, { version: 0, name: ' The  start ' }, deps))
  expect(await listNamedVersions(db, scope)).toEqual([{ version: 0, name: 'The start' }])
  done(await unnameCodebookVersion(scope, 0, deps))
  expect(await unnameCodebookVersion(scope, 0, deps)).toMatchObject({ ok: false })
})
