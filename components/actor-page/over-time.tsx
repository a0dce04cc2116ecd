'use client'

import Link from 'next/link'
import { useId } from 'react'
import { RoleBar } from '#/components/codebook/role-bar.tsx'
import type { ActorProfile } from '#/lib/codebook/actor-profile.ts'
import { type TimeColumn, timeColumns } from '#/lib/codebook/time-columns.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

interface OverTimeProps {
  workspaceId: string
  actorId: string
  profile: ActorProfile
}

const WIDTH = 720
const HEIGHT = 96
const WIDEST = 40

/** Statements by the date of their documents, each column split by role: solid source, hatched recipient, pale mentioned. */
export function OverTime({ workspaceId, actorId, profile: { months, undated, uses } }: OverTimeProps) {
  const columns = timeColumns(months)
  return (
    <section className="actorcard">
      <h2>{t('Over time, by role')}</h2>
      {columns.length > 0 && <Chart columns={columns} />}
      <div className="row actorcard__legend faint">
        <span className="num">{columns[0]?.label}</span>
        <span className="grow" />
        <RoleBar uses={uses} />
        <span className="num">
          {t('{times} source, {recipient} recipient, {mentioned} mentioned', {
            times: counted(uses.source, 'time'),
            recipient: uses.recipient,
            mentioned: uses.mentioned,
          })}
        </span>
        <span className="grow" />
        <span className="num">{columns.length > 1 && columns.at(-1)?.label}</span>
      </div>
      {undated > 0 && (
        <p className="faint">
          {t(
            '{count, plural, one {# statement in documents without a date is not in the chart.} other {# statements in documents without a date are not in the chart.}}',
            { count: undated },
          )}
        </p>
      )}
      {columns.length > 0 && (
        <details className="actorcard__table">
          <summary>{t('As a table')}</summary>
          <table className="grid" aria-label={t('Over time')}>
            <thead>
              <tr>
                <th>{t('Published')}</th>
                <th className="r">{t('Statements')}</th>
                <th className="r">{t('Source')}</th>
                <th className="r">{t('Recipient')}</th>
                <th className="r">{t('Mentioned')}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ label, from, until, statements, source, recipient, mentioned }) => (
                <tr key={label}>
                  <td>
                    {statements > 0 ? (
                      <Link href={`/w/${workspaceId}/excerpts?actor=${actorId}&from=${from}&to=${until}`} prefetch={false}>
                        {label}
                      </Link>
                    ) : (
                      label
                    )}
                  </td>
                  {[statements, source, recipient, mentioned].map((count, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the four counts are always the same ones
                    <td key={at} className="r num">
                      {numberWords(count)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}

function Chart({ columns }: { columns: readonly TimeColumn[] }) {
  const hatch = useId()
  const height = (column: TimeColumn) => column.source + column.recipient + column.mentioned
  const top = Math.max(...columns.map(height), 1)
  const peak = columns.reduce((best, column) => (height(column) > height(best) ? column : best))
  const pitch = Math.min(WIDTH / columns.length, WIDEST + 8)
  const bar = Math.max(pitch - Math.max(pitch / 6, 1), 1)
  const label = t('From {label} to {label2}, most in {label3}: {statements}', {
    label: columns[0]?.label,
    label2: columns.at(-1)?.label,
    label3: peak.label,
    statements: counted(peak.statements, 'statement'),
  })
  return (
    <svg className="timechart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="timechart__ground" width="4" height="4" />
          <rect className="timechart__stroke" width="1.6" height="4" />
        </pattern>
      </defs>
      {columns.map((column, at) => {
        const scale = (HEIGHT - 2) / top
        const source = column.source * scale
        const recipient = column.recipient * scale
        const mentioned = column.mentioned * scale
        const x = at * pitch
        return (
          <g key={column.label}>
            <title>{`${column.label}: ${counted(column.statements, 'statement')}`}</title>
            <rect className="timechart__hit" x={x} width={pitch} height={HEIGHT} />
            <rect className="timechart__source" x={x} y={HEIGHT - source} width={bar} height={source} />
            <rect fill={`url(#${hatch})`} x={x} y={HEIGHT - source - recipient} width={bar} height={recipient} />
            <rect className="timechart__mentioned" x={x} y={HEIGHT - source - recipient - mentioned} width={bar} height={mentioned} />
          </g>
        )
      })}
      <path className="timechart__base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
    </svg>
  )
}
