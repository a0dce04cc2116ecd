import { expect, test } from 'vitest'
import { listBinnedDocuments } from '#/db/queries/bin.ts'
import { getDocument, listDocuments } from '#/db/queries/documents.ts'
import { writeProjection } from '#/db/queries/excerpt-projection.ts'
import { layers } from '#/db/schema/documents.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import { newId } from '#/lib/id.ts'
import { binDocument } from '#/server/usecases/bin-document.ts'
import { updateDocument } from '#/server/usecases/update-document.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeProjectedRow } from '#/tests/support/make-projected-row.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()

const META: DocumentMetaInput = {
  title: 'Брифинг: координаты переданы',
  outlet: 'Северный вестник',
  author: 'И. Иванов',
  publishedOn: '2017-03-13',
  url: 'https://example.org/1',
  kind: 'briefing',
  language: 'ru',
  direction: 'ltr',
}

test('details are kept as given, and everybody in the workspace hears of it', async () => {
  const { scope } = await makeWorkspace(db)
  const { id } = await makeDocument(db, scope)
  const { collab, calls } = recordingCollab()
  expect(await updateDocument(scope, id, META, { db, collab })).toEqual({ ok: true })
  expect(await getDocument(db, scope, id)).toMatchObject(META)
  expect(calls).toEqual([['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'documents', id }]])
})

test('the bin takes a document out of the list and gives it back unchanged', async () => {
  const { scope } = await makeWorkspace(db)
  const { id } = await makeDocument(db, scope)
  const { collab, calls } = recordingCollab()
  const [before] = await listDocuments(db, scope)
  expect(await binDocument(scope, id, true, { db, collab })).toEqual({ ok: true })
  expect(calls).toContainEqual(['closeDocument', id])
  expect(await listDocuments(db, scope)).toEqual([])
  expect((await listBinnedDocuments(db, scope, new Date())).map((document) => document.id)).toEqual([id])
  expect(await binDocument(scope, id, false, { db, collab })).toEqual({ ok: true })
  expect(await listDocuments(db, scope)).toEqual([before])
  expect(await listBinnedDocuments(db, scope, new Date())).toEqual([])
})

test.each(MEMBER_ROLES)('a %s may do what the table of roles says, no more', async (role) => {
  const { scope } = await makeWorkspace(db)
  const { id } = await makeDocument(db, scope)
  const member = await makeMember(db, scope.workspaceId, role)
  const { collab } = recordingCollab()
  const mayEdit = role === 'owner' || role === 'editor'
  expect(await updateDocument(member.scope, id, META, { db, collab })).toMatchObject({ ok: mayEdit })
  expect(await binDocument(member.scope, id, true, { db, collab })).toMatchObject({ ok: role === 'owner' })
  expect((await getDocument(db, scope, id))?.title).toBe(mayEdit ? META.title : 'Hotline')
})

test('a document of another workspace cannot be reached', async () => {
  const { scope } = await makeWorkspace(db)
  const other = await makeWorkspace(db)
  const { id } = await makeDocument(db, other.scope)
  const { collab, calls } = recordingCollab()
  expect(await updateDocument(scope, id, META, { db, collab })).toMatchObject({ ok: false })
  expect(await binDocument(scope, id, true, { db, collab })).toMatchObject({ ok: false })
  expect((await getDocument(db, other.scope, id))?.title).toBe('Hotline')
  expect(calls).toEqual([])
})

test('the list counts the statements a person may see, not those of somebody else’s blind layer', async () => {
  const { scope } = await makeWorkspace(db)
  const { id, layerId } = await makeDocument(db, scope)
  const { user, scope: theirs } = await makeMember(db, scope.workspaceId, 'coder')
  const blindId = newId()
  await db.insert(layers).values({ id: blindId, workspaceId: scope.workspaceId, documentId: id, kind: 'blind', ownerId: user.id })
  const row = (layer: string) => makeProjectedRow({ annotationId: newId(), layerId: layer, taggerId: user.id })
  const written = [row(layerId), row(blindId)]
  await db.transaction((tx) =>
    writeProjection(tx, {
      documentId: id,
      workspaceId: scope.workspaceId,
      seq: 0,
      text: '',
      wordCount: 6,
      differs: false,
      written,
      removed: [],
    }),
  )
  expect((await listDocuments(db, scope))[0]?.excerptCount).toBe(1)
  expect((await listDocuments(db, theirs))[0]?.excerptCount).toBe(2)
})
