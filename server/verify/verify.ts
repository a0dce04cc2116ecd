import type { Db } from '#/db/client.ts'
import { verifyAudit } from '#/db/queries/verify-audit.ts'
import { nextDocument, type StoredDocument } from '#/db/queries/verify-documents.ts'
import { findLooseReferences } from '#/db/queries/verify-references.ts'
import { Findings } from './problem.ts'
import { verifyDocument } from './verify-document.ts'

export interface VerifyOptions {
  /** Id or title: only this document, nothing else. */
  document?: string
  /** Hash of a row of the audit log that was noted earlier. */
  anchor?: string
  progress?: (done: number, title: string) => void
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Checks that everything stored is sound and fits together: see `CHECKS`. Reads one document after the other, so that the
 * largest one decides how much memory it takes. Changes nothing.
 *
 * @param db one state: see `inOneState`
 * @returns null when `document` names none
 */
export async function verify(db: Db, { document: only, anchor, progress = () => {} }: VerifyOptions = {}): Promise<Findings | null> {
  const findings = new Findings()
  const now = Date.now()
  let done = 0
  for await (const document of documentsOf(db)) {
    if (only !== undefined && document.id !== only && document.title !== only) continue
    progress(++done, document.title)
    await verifyDocument(db, document, findings, now)
  }
  if (only !== undefined) return done === 0 ? null : findings
  const { checked, loose } = await findLooseReferences(db)
  findings.examined.references = checked
  for (const { from, to, rows } of loose) findings.add('references', from, `${rows} rows refer to ${to} that are not there`)
  await checkAudit(db, anchor, findings)
  return findings
}

async function* documentsOf(db: Db): AsyncGenerator<StoredDocument> {
  for (let document = await nextDocument(db, BEFORE_ALL); document; document = await nextDocument(db, document.id)) yield document
}

async function checkAudit(db: Db, anchor: string | undefined, findings: Findings): Promise<void> {
  const verdict = await verifyAudit(db, { anchor: anchor ?? null })
  if (!verdict.ok) {
    findings.add('audit', `audit_log row ${verdict.seq}`, verdict.why === 'missing' ? 'is missing' : 'was changed')
    return
  }
  findings.examined.audit = verdict.count
  if (verdict.anchored === false)
    findings.add('audit', 'audit_log', 'has no row with the hash that was noted: rows were cut off or written anew')
}
