import { Icon } from '#/components/ui/icon.tsx'
import type { ChainBreak } from '#/lib/audit/check-chain.ts'

type ChainVerdictProps = { ok: true; count: number } | ({ ok: false } & ChainBreak)

/** Whether the log is what was once written, all of it. */
export function ChainVerdict(verdict: ChainVerdictProps) {
  if (verdict.ok) {
    return (
      <p className="auditstate">
        <Icon name="lock" />
        The log of the whole server is unbroken: {verdict.count.toLocaleString('en')} {verdict.count === 1 ? 'entry' : 'entries'}
      </p>
    )
  }
  return (
    <p className="auditstate auditstate--broken" role="alert">
      <Icon name="alert" />
      {verdict.why === 'missing'
        ? `The log is broken: entry ${verdict.seq} is missing.`
        : `The log is broken: entry ${verdict.seq} is not what was written.`}{' '}
      Somebody changed the database itself. Keep its files, and ask whoever runs this server to compare them with a backup.
    </p>
  )
}
