import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { type AuditEntry, findAuditHead, recordAudit } from '#/db/queries/audit-log.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { auditHash, BEFORE_THE_FIRST } from '#/lib/audit/audit-hash.ts'
import { newId } from '#/lib/id.ts'
import { testDatabase } from '../support/database.ts'

const { db } = testDatabase()
const entry = (n: number): AuditEntry => ({ event: 'role-changed', workspaceId: newId(), userId: null, details: { n } })

async function expectChain(count: number) {
  const rows = await db.select().from(auditLog).orderBy(auditLog.seq)
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: count }, (_, i) => i + 1))
  let before = BEFORE_THE_FIRST
  for (const row of rows) {
    expect(auditHash(before, row)).toBe(row.hash)
    before = row.hash
  }
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
