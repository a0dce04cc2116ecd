import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { AuditRow } from '#/lib/audit/audit-row.ts'
import { auditSentence } from '#/lib/audit/audit-sentence.ts'
import { t } from '#/lib/message/t.ts'
import { EntryTime } from './entry-time.tsx'

/** Entries of the audit log, newest first: each a sentence that opens on everything that was recorded. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <table className="grid audit" aria-label={t('Audit log')}>
      <thead>
        <tr>
          <th>{t('When')}</th>
          <th>{t('What happened')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td className="muted num">
              <EntryTime at={row.at} />
            </td>
            <td>
              <Entry row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Entry({ row }: { row: AuditRow }) {
  const { userId, userName } = row
  return (
    <details>
      <summary>
        {userId && userName ? <Avatar person={{ id: userId, name: userName }} small decorative /> : <NoPerson event={row.event} />}
        <span className="audit__sentence">{auditSentence(row)}.</span>
        <Icon name="down" small />
      </summary>
      <Facts row={row} />
    </details>
  )
}

function NoPerson({ event }: Pick<AuditRow, 'event'>) {
  return (
    <span className="audit__nobody">
      <Icon name={event === 'sign-in-failed' ? 'alert' : 'settings'} />
    </span>
  )
}

function Facts({ row: { seq, at, event, subject, details, hash } }: { row: AuditRow }) {
  const facts = Object.entries(details).filter(([, value]) => value !== null && value !== '')
  return (
    <dl className="audit__facts">
      <Fact name={t('Entry')} value={`${seq}, ${event}`} />
      <Fact name={t('Exact time')} value={`${new Date(at).toISOString().replace('T', ' ').replace('Z', '')} UTC`} />
      {subject && <Fact name={t('Subject')} value={subject} />}
      {facts.map(([name, value]) => (
        <Fact key={name} name={inWords(name)} value={String(value)} />
      ))}
      <Fact name={t('Hash')} value={hash} />
    </dl>
  )
}

/** "invitedBy": "Invited by" */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}
