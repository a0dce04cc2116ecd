import { expect, it, vi } from 'vitest'
import { findAuditHead, recordAudit } from '#/db/queries/audit-log.ts'
import { startAnchoring } from '#/server/audit/anchor.ts'
import { until } from '#/tests/support/until.ts'
import { testDatabase } from '../support/database.ts'

const { db } = testDatabase()

it('writes the end of the log into the server’s log at the start, again and again, and at the stop', async () => {
  const written: { event: string; seq: number; hash: string }[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    const entry = JSON.parse(String(line))
    if (entry.event === 'audit.anchor') written.push(entry)
    return true
  })
  try {
    await recordAudit(db, { event: 'backed-up', workspaceId: null, userId: null })
    const anchoring = startAnchoring(db, 20)
    await until('it was written twice', () => written.length >= 2)
    await recordAudit(db, { event: 'backed-up', workspaceId: null, userId: null })
    await anchoring.stop()
    const first = written[0]
    const last = written.at(-1)
    expect(first).toMatchObject({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect({ seq: last?.seq, hash: last?.hash }).toEqual(await findAuditHead(db))
  } finally {
    write.mockRestore()
  }
})
