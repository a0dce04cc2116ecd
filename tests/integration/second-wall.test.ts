import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listMembers } from '#/db/queries/members.ts'
import { documents } from '#/db/schema/documents.ts'
import { members, users, workspaces } from '#/db/schema/people.ts'
import { newId } from '#/lib/id.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const database = testDatabase()
const { db } = database

async function makeTwo() {
  const here = await makeWorkspace(db, { name: 'Here' })
  const there = await makeWorkspace(db, { name: 'There' })
  const [mine, theirs] = [await makeDocument(db, here.scope), await makeDocument(db, there.scope)]
  return { here, there, mine, theirs, member: database.forWorkspace(here.scope.workspaceId) }
}

/** What went wrong in the database, not in the words of the layers above it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: Error) => reason,
  )
  return ((error?.cause as Error | undefined)?.message ?? error?.message ?? 'it was done') as string
}

async function whoAmI(on: Db): Promise<{ role: string; workspace: string | null }> {
  const { rows } = await on.execute<{ role: string; workspace: string | null }>(
    sql`select current_user as role, current_setting('interline.workspace', true) as workspace`,
  )
  return rows[0] as { role: string; workspace: string | null }
}

test('stands on this database', () => {
  expect(database.hasMemberWall).toBe(true)
})

test('a query that forgets whose rows it wants gets the rows of one workspace', async () => {
  const { member, mine, here } = await makeTwo()
  expect((await member.select({ id: documents.id }).from(documents)).map(({ id }) => id)).toEqual([mine.id])
  expect((await member.select({ id: members.workspaceId }).from(members)).map(({ id }) => id)).toEqual([here.scope.workspaceId])
  expect((await member.select({ name: workspaces.name }).from(workspaces)).map(({ name }) => name)).toEqual(['Here'])
})

test('a change that forgets it changes nothing of another one', async () => {
  const { member, theirs } = await makeTwo()
  await member.update(documents).set({ title: 'Everywhere' })
  await member.delete(members)
  const titles = await db.select({ id: documents.id, title: documents.title }).from(documents)
  expect(titles.find(({ id }) => id === theirs.id)?.title).toBe('Hotline')
  expect(await db.select().from(members)).toHaveLength(1)
})

test('a row of another workspace cannot be written, nor one be given away', async () => {
  const { member, there, mine } = await makeTwo()
  const { workspaceId, userId } = there.scope
  const violation = /violates row-level security policy/
  expect(await refusal(member.insert(documents).values({ id: newId(), workspaceId, title: 'Planted', createdBy: userId }))).toMatch(
    violation,
  )
  expect(await refusal(member.insert(members).values({ workspaceId, userId: newId(), role: 'owner' }))).toMatch(violation)
  expect(await refusal(member.update(documents).set({ workspaceId }).where(sql`id = ${mine.id}`))).toMatch(violation)
})

test('secrets of accounts are out of reach, what colleagues see of each other is not', async () => {
  const { member, here } = await makeTwo()
  expect(await listMembers(member, here.scope)).toHaveLength(1)
  expect(await member.select({ name: users.name, email: users.email }).from(users)).toHaveLength(2)
  const denied = /permission denied/
  expect(await refusal(member.select({ hash: users.passwordHash }).from(users))).toMatch(denied)
  expect(await refusal(member.update(users).set({ name: 'Somebody else' }))).toMatch(denied)
  for (const table of ['sessions', 'identities', 'recovery_codes', 'password_resets'])
    expect(await refusal(member.execute(sql.raw(`select * from ${table}`)))).toMatch(denied)
})

test('the audit log is read and added to, never changed, and its chain goes on over all workspaces', async () => {
  const { member, here, there } = await makeTwo()
  await recordInWorkspace(db, there.scope, 'workspace-renamed')
  await member.transaction((tx) => recordInWorkspace(tx, here.scope, 'workspace-renamed'))
  const { rows } = await member.execute(sql`select seq::int from audit_log`)
  expect(rows).toEqual([{ seq: 2 }])
  expect(await refusal(member.execute(sql`update audit_log set subject = ''`))).toMatch(/permission denied/)
  expect(await refusal(member.execute(sql`delete from audit_log`))).toMatch(/permission denied/)
})

test('without a workspace there are no rows', async () => {
  await makeTwo()
  const tables = await guardedTables()
  const client = await database.pool.connect()
  try {
    await client.query('set role interline_member')
    for (const table of tables) expect((await client.query(`select 1 from ${table}`)).rows, table).toEqual([])
    await client.query(`set interline.workspace = ''`)
    expect((await client.query('select 1 from documents')).rows).toEqual([])
  } finally {
    await client.query('reset role; reset interline.workspace')
    client.release()
  }
})

test('rights last as long as the query or the transaction, also when it fails', async () => {
  const { member, here } = await makeTwo()
  const owner = await whoAmI(db)
  expect(owner.role).not.toBe('interline_member')
  const inside = { role: 'interline_member', workspace: here.scope.workspaceId }
  expect(await whoAmI(member)).toEqual(inside)
  await member.transaction(async (tx) => expect(await whoAmI(tx)).toEqual(inside))
  await refusal(member.execute(sql`select nonsense`))
  await refusal(
    member.transaction(async (tx) => {
      await tx.execute(sql`select 1 / 0`)
    }),
  )
  await refusal(member.transaction(() => Promise.reject(new Error('changed my mind'))))
  // All connections there can be, one after the other.
  for (let n = 0; n < 12; n++) expect((await whoAmI(db)).role).toBe(owner.role)
  expect((await whoAmI(db)).workspace ?? '').toBe('')
  expect(await db.select().from(documents)).toHaveLength(2)
})

test('workspaces that work at the same moment do not see each other', async () => {
  const { here, there, mine, theirs, member } = await makeTwo()
  const other = database.forWorkspace(there.scope.workspaceId)
  const reads = Array.from({ length: 40 }, async (_, n) => {
    const rows = await (n % 2 ? member : other).select({ id: documents.id, workspaceId: documents.workspaceId }).from(documents)
    expect(rows).toEqual([
      n % 2 ? { id: mine.id, workspaceId: here.scope.workspaceId } : { id: theirs.id, workspaceId: there.scope.workspaceId },
    ])
  })
  await Promise.all(reads)
})

test('an id that is none opens nothing', () => {
  expect(() => database.forWorkspace(`x'; reset role; --`)).toThrow('UUID')
})

async function guardedTables(): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
  return rows.map(({ name }) => name)
}

test('every table whose rows belong to a workspace is guarded, whoever adds it', async () => {
  const tables = [...(await guardedTables()), 'workspaces']
  expect(tables.length).toBeGreaterThan(15)
  const { rows } = await db.execute<{ name: string; on: boolean; using: string; check: string; command: string }>(sql`
    select c.relname as name, c.relrowsecurity as on, pg_get_expr(p.polqual, p.polrelid) as using,
      pg_get_expr(p.polwithcheck, p.polrelid) as check, p.polcmd as command
    from pg_class c left join pg_policy p on p.polrelid = c.oid where c.relname = any(${sql.param(tables)}::text[])`)
  for (const table of tables) {
    const [policy, ...more] = rows.filter(({ name }) => name === table)
    expect(policy, table).toMatchObject({ on: true, command: '*', check: policy?.using })
    expect(policy?.using, table).toMatch(
      new RegExp(`^\\(${table === 'workspaces' ? 'id' : 'workspace_id'} = \\( SELECT \\(NULLIF\\(current_setting\\('interline.workspace'`),
    )
    expect(more, table).toEqual([])
  }
})

test('names of the codebook are as closed as documents', async () => {
  const { member, there } = await makeTwo()
  await makeActor(db, there.scope, { name: 'The Pentagon' })
  expect((await member.execute(sql`select * from actors`)).rows).toEqual([])
})
