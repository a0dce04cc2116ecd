import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lastVisit } from '#/db/queries/document-visits.ts'
import { documentVisits } from '#/db/schema/documents.ts'
import { newId } from '#/lib/id.ts'
import { noteDocumentVisit } from '#/server/usecases/note-document-visit.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db } = testDatabase()

test('a visit is kept per person; what was read stays read', async () => {
  const { scope } = await makeWorkspace(db)
  const { id } = await makeDocument(db, scope)
  const { scope: other } = await makeMember(db, scope.workspaceId, 'viewer')
  expect(await lastVisit(db, scope, id)).toBeNull()
  expect(await noteDocumentVisit(scope, id, 0.6, { db })).toEqual({ ok: true })
  const first = await lastVisit(db, scope, id)
  await noteDocumentVisit(scope, id, 0.2, { db })
  expect((await lastVisit(db, scope, id))!.getTime()).toBeGreaterThanOrEqual(first!.getTime())
  const [row] = await db.select().from(documentVisits).where(eq(documentVisits.documentId, id))
  expect(row?.readShare).toBeCloseTo(0.6)
  expect(await lastVisit(db, other, id)).toBeNull()
})

test('nothing is noted of a document of another workspace, or of none', async () => {
  const [{ scope }, { scope: elsewhere }] = [await makeWorkspace(db), await makeWorkspace(db)]
  const { id } = await makeDocument(db, elsewhere)
  for (const documentId of [id, newId()]) {
    await noteDocumentVisit(scope, documentId, 1, { db })
    expect(await db.select().from(documentVisits).where(eq(documentVisits.documentId, documentId))).toEqual([])
  }
})
