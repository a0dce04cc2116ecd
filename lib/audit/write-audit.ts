import { csvCells } from '#/lib/format/export/csv-record.ts'
import type { AuditRow } from './audit-row.ts'
import { auditSentence } from './audit-sentence.ts'
import type { AuditFormat } from './export-formats.ts'

type Batches = AsyncIterable<readonly AuditRow[]>

const CSV_COLUMNS = ['entry', 'time_utc', 'event', 'person', 'person_id', 'what_happened', 'subject_id', 'facts']

/** UTF-8 with a byte order mark, RFC 4180; cells that a spreadsheet would take for formulas begin with an apostrophe. */
async function* writeCsv(batches: Batches): AsyncGenerator<string> {
  yield `\ufeff${csvCells(CSV_COLUMNS, true)}\r\n`
  for await (const batch of batches) yield batch.map((row) => `${csvCells(cellsOf(row), true)}\r\n`).join('')
}

function cellsOf(row: AuditRow): (string | number)[] {
  const facts = Object.entries(row.details).map(([name, value]) => `${name}: ${value ?? ''}`)
  const time = new Date(row.at).toISOString()
  return [row.seq, time, row.event, row.userName ?? '', row.userId ?? '', auditSentence(row, true), row.subject, facts.join('; ')]
}

/** One JSON object per line with everything its `hash` covers (see audit-hash.ts) and `before`, the hash it is bound to. */
async function* writeLines(batches: Batches): AsyncGenerator<string> {
  for await (const batch of batches)
    yield batch
      .map(({ seq, at, workspaceId, userId, event, subject, details, before, hash }) => {
        return `${JSON.stringify({ seq, at: new Date(at).toISOString(), workspaceId, userId, event, subject, details, before, hash })}\n`
      })
      .join('')
}

export const AUDIT_WRITERS: Record<AuditFormat, (batches: Batches) => AsyncGenerator<string>> = { csv: writeCsv, jsonl: writeLines }
