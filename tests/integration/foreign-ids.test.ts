import { expect, test } from 'vitest'
import { actorDeletionImpact, countActorUses, countTaggedStatements } from '#/db/queries/codebook-uses.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { excerptActors, excerpts } from '#/db/schema/excerpts.ts'
import { newId } from '#/lib/id.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { createTheme } from '#/server/usecases/create-theme.ts'
import { moveTheme } from '#/server/usecases/move-theme.ts'
import { restoreTheme } from '#/server/usecases/restore-theme.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

// Once as the owner of the tables, so that it is the use cases that refuse, and once behind the second wall.
const database = testDatabase()
const { db } = database

async function makeTwo(isWalled: boolean) {
  const here = await makeWorkspace(db, { name: 'Here' })
  const there = await makeWorkspace(db, { name: 'There' })
  return { here: here.scope, there: there.scope, on: isWalled ? database.forWorkspace(here.scope.workspaceId) : db }
}

test.each([false, true])('an actor or theme of another workspace is nobody’s parent (walled: %s)', async (isWalled) => {
  const { here, there, on } = await makeTwo(isWalled)
  const deps = { db: on, notify() {} }
  const [actor, theme] = [await makeActor(db, there, { name: 'Theirs' }), await makeTheme(db, there, { name: 'Theirs' })]
  const [ownActor, ownTheme] = [await makeActor(db, here, { name: 'Ours' }), await makeTheme(db, here, { name: 'Ours' })]
  expect(await createActor(here, { name: 'Below', parentId: actor }, deps)).toMatchObject({ ok: false })
  expect(await updateActor(here, ownActor, { parentId: actor }, deps)).toMatchObject({ ok: false })
  expect(await createTheme(here, { name: 'Below', parentId: theme }, deps)).toMatchObject({ ok: false })
  expect(await moveTheme(here, ownTheme, { parentId: theme }, deps)).toMatchObject({ ok: false })
  const gone = await makeTheme(db, here, { name: 'Gone', deletedAt: new Date() })
  // What is undone names children: those of others stay where they are.
  await restoreTheme(here, { id: gone, children: [{ id: theme, parentId: ownTheme, position: 0, hue: 1 }] }, deps)
  const parents = [
    ...(await db.select({ parentId: actors.parentId }).from(actors)),
    ...(await db.select({ parentId: themes.parentId }).from(themes)),
  ]
  expect(parents.map(({ parentId }) => parentId).filter(Boolean)).toEqual([])
})

test.each([false, true])(
  'a statement that names an actor of another workspace tells nothing of it and adds nothing to it (walled: %s)',
  async (isWalled) => {
    const { here, there, on } = await makeTwo(isWalled)
    const theirs = await makeActor(db, there, { name: 'Their secret source' })
    const { id: documentId, layerId } = await makeDocument(db, here)
    const annotationId = newId()
    const now = new Date()
    const { workspaceId, userId } = here
    const words = { quote: 'hotline', prefix: '', suffix: '', taggedQuote: 'hotline', search: 'hotline', survival: 1 }
    const at = { startUtf16: 5, endUtf16: 12, startPoint: 5, endPoint: 12, createdAt: now, modifiedAt: now, state: 'anchored' as const }
    await db.insert(excerpts).values({ annotationId, workspaceId, documentId, layerId, taggerId: userId, ...at, ...words })
    // As the projection writes what a client put into its layer.
    await db.insert(excerptActors).values({ annotationId, workspaceId, actorId: theirs, role: 'source' })
    const page = await pageOfExcerpts(on, here, { query: EVERYTHING, sort: 'recent' })
    expect(page.excerpts).toHaveLength(1)
    expect(JSON.stringify(page)).not.toContain('Their secret source')
    const wanted = ask(`actor:#${theirs} or actor:#${theirs} with members`)
    expect((await pageOfExcerpts(on, here, { query: wanted, sort: 'recent' })).excerpts).toEqual([])
    expect(await countActorUses(db, there)).toEqual({})
    expect(await countTaggedStatements(db, there)).toEqual({ withActors: 0, withThemes: 0 })
    expect(Object.values(await actorDeletionImpact(db, there, theirs)).filter((n) => typeof n === 'number' && n > 0)).toEqual([])
  },
)
