import { isZone } from '#/lib/date/zoned-day.ts'
import { isId } from '#/lib/id.ts'
import { AUDIT_GROUPS, type AuditGroup } from './event-groups.ts'

/** Which entries of the audit log are asked for; what is null or empty asks nothing. */
export interface AuditFilter {
  userId: string | null
  group: AuditGroup | null
  /** First and last day, YYYY-MM-DD, both included, in `zone`. */
  from: string | null
  to: string | null
  /** IANA time zone of the days, for example "Europe/Oslo". */
  zone: string
  /** Part of a name or title among the facts, in any case; or the whole id of a subject. */
  text: string
}

const LONGEST_TEXT = 200

/** Reads `person`, `group`, `from`, `to`, `zone` and `q`; what is not understood asks nothing. */
export function parseAuditFilter(params: URLSearchParams): AuditFilter {
  const get = (name: string) => params.get(name) ?? ''
  const zone = get('zone')
  return {
    userId: isId(get('person')) ? get('person') : null,
    group: AUDIT_GROUPS.find((group) => group === get('group')) ?? null,
    from: readDay(get('from')),
    to: readDay(get('to')),
    zone: isZone(zone) ? zone : 'UTC',
    text: get('q').trim().slice(0, LONGEST_TEXT).replaceAll('\0', '').toWellFormed(),
  }
}

/** The parameters of a filter, without what asks nothing; `parseAuditFilter` reads them back. */
export function printAuditFilter({ userId, group, from, to, zone, text }: AuditFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (userId) params.set('person', userId)
  if (group) params.set('group', group)
  if (from) params.set('from', from)
  if (to) params.set('to', to)
  if ((from || to) && zone !== 'UTC') params.set('zone', zone)
  if (text) params.set('q', text)
  return params
}

function readDay(value: string): string | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : null
}
