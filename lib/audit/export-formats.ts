import { t } from '#/lib/message/t.ts'

/** What the audit log can be taken out as. */
export const AUDIT_FORMATS = [
  {
    id: 'csv',
    badge: 'CSV',
    get name() {
      return t('Comma-separated')
    },
    get holds() {
      return t('Time, person, sentence and facts, for spreadsheets')
    },
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
  },
  {
    id: 'jsonl',
    badge: 'JSONL',
    get name() {
      return t('JSON Lines with hashes')
    },
    get holds() {
      return t('One entry per line, with what is needed to check it')
    },
    mediaType: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
  },
] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]['id']
