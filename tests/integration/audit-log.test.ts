import { type SQL, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { type AuditEntry, findAuditHead, recordAudit } from '#/db/queries/audit-log.ts'
import { verifyAudit } from '#/db/queries/verify-audit.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { newId } from '#/lib/id.ts'
import { testDatabase } from '../support/database.ts'

const { db } = testDatabase()
const entry = (n: number): AuditEntry => ({ event: 'role-changed', workspaceId: newId(), userId: null, details: { n } })

async function expectChain(count: number) {
  expect(await verifyAudit(db)).toMatchObject({ ok: true, count })
  expect(await db.$count(auditLog)).toBe(count)
}

describe('recording', () => {
  it('keeps one chain when many record at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => recordAudit(db, entry(n))))
    await expectChain(40)
  })

  it('leaves neither a row nor a gap when the change is rolled back', async () => {
    await recordAudit(db, entry(1))
    const failing = db.transaction(async (tx) => {
      await recordAudit(tx, entry(2))
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    await recordAudit(db, entry(3))
    await expectChain(2)
  })

  it('keeps several rows of one transaction in order', async () => {
    await db.transaction(async (tx) => {
      await recordAudit(tx, entry(1))
      await recordAudit(tx, entry(2))
    })
    await expectChain(2)
    expect((await findAuditHead(db)).seq).toBe(2)
  })

  it('records strings and numbers that a database would refuse or round', async () => {
    const details = { title: 'a\0b\ud800', ratio: 0.1 + 0.2, huge: 1e300, nothing: Number.NaN, minus: -0, z: 'é', long: 'x'.repeat(5000) }
    await recordAudit(db, { event: 'exported', workspaceId: null, userId: null, subject: '\0', details })
    await expectChain(1)
  })
})

describe('the table', () => {
  it.each([
    ['changing', sql`update audit_log set event = 'signed-in'`],
    ['removing', sql`delete from audit_log`],
  ])('refuses %s rows', async (_, statement) => {
    await recordAudit(db, entry(1))
    await expect(db.execute(statement)).rejects.toMatchObject({ cause: { message: 'The audit log is only ever added to' } })
    await expectChain(1)
  })

  it('refuses to be emptied', async () => {
    await recordAudit(db, entry(1))
    // The tests' own database has this trigger off, to be emptied between tests.
    await db.execute(sql`alter table audit_log enable trigger audit_log_never_emptied`)
    try {
      await expect(db.execute(sql`truncate audit_log`)).rejects.toMatchObject({ cause: { message: 'The audit log is only ever added to' } })
    } finally {
      await db.execute(sql`alter table audit_log disable trigger audit_log_never_emptied`)
    }
    await expectChain(1)
  })
})

describe('verifying', () => {
  /** What somebody can do who owns the database itself. */
  const tamper = (statement: SQL) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`alter table audit_log disable trigger audit_log_append_only`)
      await tx.execute(statement)
      await tx.execute(sql`alter table audit_log enable trigger audit_log_append_only`)
    })
  const record = async (count: number) => {
    for (let n = 1; n <= count; n++) await recordAudit(db, entry(n))
  }

  it('holds with no rows, and page after page', async () => {
    expect(await verifyAudit(db)).toMatchObject({ ok: true, count: 0 })
    await record(7)
    for (const page of [1, 3, 7, 100])
      expect(await verifyAudit(db, { page })).toEqual({ ok: true, count: 7, head: await findAuditHead(db), anchored: null })
  })

  it.each([
    ['a changed fact', sql`update audit_log set details = '{"n": 99}' where seq = 4`, { ok: false, seq: 4, why: 'changed' }],
    ['a changed time', sql`update audit_log set at = at + interval '1 ms' where seq = 5`, { ok: false, seq: 5, why: 'changed' }],
    ['a removed row', sql`delete from audit_log where seq = 3`, { ok: false, seq: 3, why: 'missing' }],
    ['a removed beginning', sql`delete from audit_log where seq < 3`, { ok: false, seq: 1, why: 'missing' }],
    [
      'a row written past the program',
      sql`insert into audit_log (at, event, hash) values (now(), 'exported', 'x')`,
      { ok: false, seq: 8, why: 'changed' },
    ],
  ])('finds %s', async (_, statement, verdict) => {
    await record(7)
    await db.execute(sql`select setval('audit_log_seq_seq', 7)`)
    await tamper(statement)
    expect(await verifyAudit(db, { page: 2 })).toEqual(verdict)
  })

  it('finds two rows that changed places', async () => {
    await record(5)
    await tamper(sql`update audit_log set seq = 1002 where seq = 2`)
    await tamper(sql`update audit_log set seq = 2 where seq = 4`)
    await tamper(sql`update audit_log set seq = 4 where seq = 1002`)
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 2, why: 'changed' })
  })

  it('notices a cut-off end by a hash that was noted before', async () => {
    await record(5)
    const anchor = (await findAuditHead(db)).hash
    expect(await verifyAudit(db, { anchor, page: 2 })).toMatchObject({ ok: true, anchored: true })
    await tamper(sql`delete from audit_log where seq > 3`)
    expect(await verifyAudit(db, { anchor, page: 2 })).toMatchObject({ ok: true, count: 3, anchored: false })
  })
})
