import { Icon } from '#/components/ui/icon.tsx'
import type { ChainBreak } from '#/lib/audit/check-chain.ts'
import { t } from '#/lib/message/t.ts'

type ChainVerdictProps = { ok: true; count: number } | ({ ok: false } & ChainBreak)

/** Whether the log is what was once written, all of it. */
export function ChainVerdict(verdict: ChainVerdictProps) {
  if (verdict.ok) {
    return (
      <p className="auditstate">
        <Icon name="lock" />
        {t(
          '{count, plural, one {The log of the whole server is unbroken: # entry} other {The log of the whole server is unbroken: # entries}}',
          { count: verdict.count },
        )}
      </p>
    )
  }
  return (
    <p className="auditstate auditstate--broken" role="alert">
      <Icon name="alert" />
      {t('{value} Somebody changed the database itself. Keep its files, and ask whoever runs this server to compare them with a backup.', {
        value:
          verdict.why === 'missing'
            ? t('The log is broken: entry {seq} is missing.', { seq: verdict.seq })
            : t('The log is broken: entry {seq} is not what was written.', { seq: verdict.seq }),
      })}
    </p>
  )
}
