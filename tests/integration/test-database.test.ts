import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { documents, originals } from '#/db/schema/documents.ts'
import { users } from '#/db/schema/people.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db, pool, kind } = testDatabase()

test('runs on the database that was asked for', () => {
  expect(kind).toBe(process.env.TEST_DATABASE_URL ? 'server' : 'embedded')
})

test.each(['first', 'second'])('starts empty (%s run of the same test)', async () => {
  expect(await db.select().from(users)).toEqual([])
  const { scope } = await makeWorkspace(db)
  await makeMember(db, scope.workspaceId, 'viewer')
  await makeDocument(db, scope)
  expect(await db.select().from(users)).toHaveLength(2)
})

test('keeps bytes and every script as they are', async () => {
  const { scope } = await makeWorkspace(db)
  const text = 'Хмеймим، حلب 🕊\u2028“quoted”'
  const { id } = await makeDocument(db, scope, { title: 'Три языка', text })
  const [original] = await db.select().from(originals).where(eq(originals.documentId, id))
  expect(original?.text).toBe(text)
  expect(new TextDecoder().decode(original?.bytes)).toBe(text)
})

test('refuses a second account with the same address, and goes on answering', async () => {
  await makeUser(db, { email: 'layla@example.org' })
  await expect(makeUser(db, { email: 'layla@example.org' })).rejects.toMatchObject({ cause: { code: '23505' } })
  expect(await db.select().from(users)).toHaveLength(1)
})

test('rolls a failed transaction back', async () => {
  const { scope } = await makeWorkspace(db)
  const failed = db.transaction(async (tx) => {
    await makeDocument(tx, scope)
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await db.select().from(documents)).toEqual([])
})

test('has the trigram extension that searching needs', async () => {
  const { rows } = await pool.query<{ likeness: number }>(`select similarity('Евфрат', 'Евфрата') as likeness`)
  expect(rows[0]?.likeness).toBeGreaterThan(0.4)
})
