/** What the audit log can be taken out as. */
export const AUDIT_FORMATS = [
  {
    id: 'csv',
    badge: 'CSV',
    name: 'Comma-separated',
    holds: 'Time, person, sentence and facts, for spreadsheets',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
  },
  {
    id: 'jsonl',
    badge: 'JSONL',
    name: 'JSON Lines with hashes',
    holds: 'One entry per line, with what is needed to check it',
    mediaType: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
  },
] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]['id']
