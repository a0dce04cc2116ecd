import { type AuditFacts, auditHash, BEFORE_THE_FIRST } from './audit-hash.ts'

/** A row of the audit log as it is stored. */
export interface AuditLink extends AuditFacts {
  hash: string
}

/** How far a chain was followed. */
export interface ChainEnd {
  /** Of the last row; 0 before the first. */
  seq: number
  hash: string
}

/** Where a chain breaks: `missing`, there is no row of this number; `changed`, the row is not what was written there. */
export interface ChainBreak {
  seq: number
  why: 'missing' | 'changed'
}

export const CHAIN_START: ChainEnd = { seq: 0, hash: BEFORE_THE_FIRST }

/** Follows a chain along its next rows (by number, ascending): where it ends then, or the first row that breaks it. */
export function checkChain(start: ChainEnd, rows: readonly AuditLink[]): { ok: true; end: ChainEnd } | ({ ok: false } & ChainBreak) {
  let end = start
  for (const row of rows) {
    if (row.seq !== end.seq + 1) return { ok: false, seq: end.seq + 1, why: 'missing' }
    if (auditHash(end.hash, row) !== row.hash) return { ok: false, seq: row.seq, why: 'changed' }
    end = { seq: row.seq, hash: row.hash }
  }
  return { ok: true, end }
}
