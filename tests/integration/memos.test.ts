import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listMemos, readMemos } from '#/db/queries/memos.ts'
import { deleteSomeContent } from '#/db/queries/purge.ts'
import { findLooseReferences } from '#/db/queries/verify-references.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { actors } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { newId } from '#/lib/id.ts'
import type { MemoSubject } from '#/lib/talk/memo.ts'
import { addMemo, deleteMemo, editMemo } from '#/server/usecases/write-memo.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database
const ANY = { subject: null, words: '' }

async function makeDesk() {
  const { scope } = await makeWorkspace(db)
  const coder = await makeMember(db, scope.workspaceId, 'coder', { name: 'Layla Haddad' })
  const other = await makeMember(db, scope.workspaceId, 'coder', { name: 'Dmitri Sokolov' })
  const { collab, calls } = recordingCollab()
  const deps = { db: database.forWorkspace(scope.workspaceId), collab }
  const actorId = await makeActor(db, scope, { name: 'Moscow' })
  const write = async (by: Scope, subject: MemoSubject, subjectId: string, text: string) => {
    const id = newId()
    expect(await addMemo(by, { id, subject, subjectId, text }, deps)).toEqual({ ok: true })
    return id
  }
  return { scope, coder, other, deps, calls, actorId, write }
}

test('of two people who change one memo the later sees both texts, and nothing is written over unseen', async () => {
  const { scope, coder, other, deps, calls, actorId, write } = await makeDesk()
  const id = await write(coder.scope, 'actor', actorId, 'First')
  expect(calls).toEqual([['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'memos', id: actorId }]])
  expect(await editMemo(other.scope, id, { text: 'Second', basedOn: 'First' }, deps)).toEqual({ ok: true })
  const late = await editMemo(coder.scope, id, { text: 'Mine', basedOn: 'First' }, deps)
  expect(late).toMatchObject({ ok: false, theirs: { text: 'Second', changedByName: 'Dmitri Sokolov', byName: 'Layla Haddad' } })
  expect((await readMemos(db, scope, 'actor', actorId)).map(({ text }) => text)).toEqual(['Second'])
  // who has seen it decides; who says the same as stands there has nothing to decide
  expect(await editMemo(coder.scope, id, { text: 'Second\n\nMine', basedOn: 'Second' }, deps)).toEqual({ ok: true })
  expect(await editMemo(other.scope, id, { text: 'Second\n\nMine', basedOn: 'Second' }, deps)).toEqual({ ok: true })
  expect(await readMemos(db, scope, 'actor', actorId)).toMatchObject([
    { text: 'Second\n\nMine', by: coder.user.id, changedBy: coder.user.id },
  ])
})

test('two who save at the same moment: one is kept, the other is told', async () => {
  const { coder, other, deps, actorId, write } = await makeDesk()
  const id = await write(coder.scope, 'actor', actorId, 'First')
  const both = await Promise.all([
    editMemo(coder.scope, id, { text: 'A', basedOn: 'First' }, deps),
    editMemo(other.scope, id, { text: 'B', basedOn: 'First' }, deps),
  ])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(both.find(({ ok }) => !ok)).toMatchObject({ theirs: { text: both[0]?.ok ? 'A' : 'B' } })
})

test('all memos are listed with what they are on, those of statements too; the bin hides what is on its documents', async () => {
  const { scope, coder, deps, actorId, write } = await makeDesk()
  const themeId = await makeTheme(db, scope, { name: 'Hotline' })
  const { id: documentId } = await tagDocument(db, scope, {
    text: 'The hotline is open.',
    tags: [{ passage: 'hotline', memo: 'Compare with 2015' }],
    title: 'The line stays open',
  })
  await write(coder.scope, 'actor', actorId, 'Speaks for two ministries')
  await write(coder.scope, 'theme', themeId, 'Not the civil line')
  await write(coder.scope, 'document', documentId, 'A translation: 100 % sure_')
  await write(coder.scope, 'workspace', scope.workspaceId, 'What we are after')
  const listed = async (filter = {}) => (await listMemos(deps.db, coder.scope, { ...ANY, ...filter }, 0)).memos
  expect((await listed()).map(({ subject, subjectName }) => [subject, subjectName]).sort()).toEqual([
    ['actor', 'Moscow'],
    ['document', 'The line stays open'],
    ['statement', 'hotline'],
    ['theme', 'Hotline'],
    ['workspace', ''],
  ])
  expect(await listed({ words: '100 % SURE_' })).toMatchObject([{ subject: 'document', documentId, by: coder.user.id }])
  expect(await listed({ words: '%' })).toHaveLength(1)
  expect(await listed({ subject: 'statement' })).toMatchObject([{ text: 'Compare with 2015', documentId, changedAt: expect.any(Number) }])
  await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.id, actorId))
  expect(await listed({ subject: 'actor' })).toMatchObject([{ isGone: true }])
  await db.update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, documentId))
  expect((await listed()).map(({ subject }) => subject).sort()).toEqual(['actor', 'theme', 'workspace'])
  const { scope: elsewhere } = await makeWorkspace(db)
  expect((await listMemos(db, elsewhere, ANY, 0)).memos).toEqual([])
})

test('a document that is deleted for good takes its memos with it, and only its own', async () => {
  const { scope, coder, actorId, write } = await makeDesk()
  const { id } = await tagDocument(db, scope, { text: 'The hotline is open.', tags: [] })
  await write(coder.scope, 'document', id, 'On the document')
  await write(coder.scope, 'actor', actorId, 'On the actor')
  while (await deleteSomeContent(db, { id, workspaceId: scope.workspaceId }));
  expect(await readMemos(db, scope, 'document', id)).toEqual([])
  expect(await readMemos(db, scope, 'actor', actorId)).toHaveLength(1)
  expect((await findLooseReferences(db)).loose).toEqual([])
  await db.delete(actors).where(eq(actors.id, actorId))
  expect((await findLooseReferences(db)).loose).toMatchObject([{ from: 'memos.subject_id', rows: 1 }])
})

test('who deletes somebody else’s memo is recorded, and it can be brought back', async () => {
  const { scope, coder, other, deps, actorId, write } = await makeDesk()
  const id = await write(coder.scope, 'actor', actorId, 'First')
  expect(await deleteMemo(other.scope, id, true, deps)).toMatchObject({ ok: false })
  expect(await deleteMemo(coder.scope, id, true, deps)).toEqual({ ok: true })
  expect(await editMemo(other.scope, id, { text: 'x', basedOn: 'First' }, deps)).toMatchObject({ ok: false })
  expect(await deleteMemo(scope, id, false, deps)).toEqual({ ok: true })
  expect((await readMemos(db, scope, 'actor', actorId)).map(({ text }) => text)).toEqual(['First'])
  expect(await deleteMemo(scope, id, true, deps)).toEqual({ ok: true })
  expect(await deleteMemo(coder.scope, id, false, deps), 'what others deleted its author cannot bring back').toMatchObject({ ok: false })
  const events = await db.select({ event: auditLog.event }).from(auditLog).where(eq(auditLog.workspaceId, scope.workspaceId))
  expect(events).toEqual([{ event: 'memo-brought-back' }, { event: 'memo-deleted' }])
})

test.each(MEMBER_ROLES)('a %s may write memos as the table of roles says', async (role) => {
  const { scope, deps, actorId } = await makeDesk()
  const { scope: member } = await makeMember(db, scope.workspaceId, role)
  const may = role !== 'viewer' && role !== 'commenter'
  expect(await addMemo(member, { id: newId(), subject: 'actor', subjectId: actorId, text: 'Words' }, deps)).toMatchObject({ ok: may })
})

test('what another workspace has cannot be written on, read or changed', async () => {
  const { scope, coder, actorId, write, deps } = await makeDesk()
  const id = await write(coder.scope, 'actor', actorId, 'Ours')
  const { scope: theirs } = await makeWorkspace(db)
  for (const on of [db, database.forWorkspace(theirs.workspaceId)]) {
    const foreign = { ...deps, db: on }
    const memo = { id: newId(), text: 'Theirs' }
    expect(await addMemo(theirs, { ...memo, subject: 'actor', subjectId: actorId }, foreign)).toMatchObject({ ok: false })
    expect(await addMemo(theirs, { ...memo, subject: 'workspace', subjectId: scope.workspaceId }, foreign)).toMatchObject({ ok: false })
    expect(await editMemo(theirs, id, { text: 'Theirs', basedOn: 'Ours' }, foreign)).toMatchObject({ ok: false })
    expect(await deleteMemo(theirs, id, true, foreign)).toMatchObject({ ok: false })
    expect(await readMemos(on, theirs, 'actor', actorId)).toEqual([])
  }
})
