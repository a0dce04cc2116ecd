import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { AUDIT_EVENTS } from './audit-event.ts'
import { type AuditFacts, auditHash } from './audit-hash.ts'
import { type AuditLink, CHAIN_START, checkChain } from './check-chain.ts'
import { cleanDetails, cleanFact } from './clean-details.ts'

function chain(facts: readonly Omit<AuditFacts, 'seq'>[]): AuditLink[] {
  let before = CHAIN_START.hash
  return facts.map((fact, i) => {
    const row = { ...fact, seq: i + 1 }
    before = auditHash(before, row)
    return { ...row, hash: before }
  })
}

const id = fc.option(
  fc.integer({ min: 0, max: 2 ** 40 }).map((ms) => newId(ms)),
  { nil: null },
)
const detail = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null))
const facts = fc.record({
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
  workspaceId: id,
  userId: id,
  event: fc.constantFrom(...AUDIT_EVENTS),
  subject: fc.string({ unit: 'binary' }).map(cleanFact),
  details: fc.dictionary(fc.string({ unit: 'binary', maxLength: 8 }).map(cleanFact), detail, { maxKeys: 4 }).map(cleanDetails),
})
const log = fc.array(facts, { minLength: 2, maxLength: 12 }).map(chain)
const position = fc.nat()

/** One way to lie in the row at `at`; null where it would change nothing. */
const LIES: Record<string, (row: AuditLink, other: AuditLink) => AuditLink | null> = {
  'another time': (row) => ({ ...row, at: new Date(row.at.getTime() + 1) }),
  'nobody’s workspace': (row) => (row.workspaceId ? { ...row, workspaceId: null } : null),
  'somebody else': (row) => ({ ...row, userId: newId() }),
  'another event': (row) => ({ ...row, event: row.event === 'exported' ? 'signed-in' : 'exported' }),
  'another subject': (row) => ({ ...row, subject: `${row.subject}x` }),
  'one more fact': (row) => ({ ...row, details: { ...row.details, 'not there before': 1 } }),
  'no facts': (row) => (Object.keys(row.details).length > 0 ? { ...row, details: {} } : null),
  'another hash': (row) => ({ ...row, hash: row.hash.replace(/./, (first) => (first === '0' ? '1' : '0')) }),
  'another row under its number': (row, other) => ({ ...other, seq: row.seq }),
}

describe('a chain', () => {
  it('holds from its first row to its last, in one piece or in pages', () => {
    fc.assert(
      fc.property(log, position, (rows, cut) => {
        const at = cut % rows.length
        const last = rows.at(-1)
        expect(checkChain(CHAIN_START, rows)).toEqual({ ok: true, end: { seq: rows.length, hash: last?.hash } })
        const first = checkChain(CHAIN_START, rows.slice(0, at))
        expect(first.ok && checkChain(first.end, rows.slice(at))).toEqual({ ok: true, end: { seq: rows.length, hash: last?.hash } })
      }),
    )
  })

  it.each(Object.keys(LIES))('breaks at a row that says %s', (lie) => {
    fc.assert(
      fc.property(log, position, position, (rows, where, other) => {
        const at = where % rows.length
        const elsewhere = rows[(at + 1 + (other % (rows.length - 1))) % rows.length] as AuditLink
        const forged = LIES[lie]?.(rows[at] as AuditLink, elsewhere)
        if (!forged) return
        expect(checkChain(CHAIN_START, rows.with(at, forged))).toEqual({ ok: false, seq: at + 1, why: 'changed' })
      }),
    )
  })

  it('breaks where a row was removed, also when the rows after it were numbered anew', () => {
    fc.assert(
      fc.property(log, position, (rows, where) => {
        const at = where % (rows.length - 1)
        expect(checkChain(CHAIN_START, rows.toSpliced(at, 1))).toEqual({ ok: false, seq: at + 1, why: 'missing' })
        const renumbered = rows.toSpliced(at, 1).map((row, i) => ({ ...row, seq: i + 1 }))
        expect(checkChain(CHAIN_START, renumbered)).toEqual({ ok: false, seq: at + 1, why: 'changed' })
      }),
    )
  })

  it('breaks where two rows were swapped', () => {
    fc.assert(
      fc.property(log, position, position, (rows, one, other) => {
        const [a, b] = [one % rows.length, other % rows.length].sort((x, y) => x - y) as [number, number]
        if (a === b) return
        const swapped = rows.with(a, { ...(rows[b] as AuditLink), seq: a + 1 }).with(b, { ...(rows[a] as AuditLink), seq: b + 1 })
        expect(checkChain(CHAIN_START, swapped)).toEqual({ ok: false, seq: a + 1, why: 'changed' })
      }),
    )
  })
})

test('the encoding is the documented one: this hash never changes', () => {
  const row = {
    seq: 1,
    at: new Date('2026-01-31T09:00:00.000Z'),
    workspaceId: null,
    userId: '0195a000-0000-7000-8000-000000000001',
    event: 'exported',
    subject: '',
    details: { format: 'csv', count: 12 },
  } as const
  expect(auditHash(CHAIN_START.hash, row)).toBe('6ae633ddcc5e3cabef0b5940d7f9246424a6ef0f63eb7dbbcda55ddb5e939851')
  expect(auditHash(CHAIN_START.hash, { ...row, details: { count: 12, format: 'csv' } })).toBe(auditHash(CHAIN_START.hash, row))
})
