import { and, asc, desc, eq, exists, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#/db/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { members, users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { AuditFilter } from '#/lib/audit/audit-filter.ts'
import { BEFORE_THE_FIRST } from '#/lib/audit/audit-hash.ts'
import type { AuditRow } from '#/lib/audit/audit-row.ts'
import { EVENTS_OF_MEMBERS, EVENTS_OF_THE_SERVER, eventsOf } from '#/lib/audit/event-groups.ts'
import { nextDay, startOfDay } from '#/lib/date/zoned-day.ts'
import type { Person } from './people.ts'

const PAGE_SIZE = 50

const before = alias(auditLog, 'before')

/** Who did it; for what nobody did who was signed in, a failed sign-in say, whose account it was about. */
const whoId = sql`coalesce(${auditLog.userId}::text, ${auditLog.subject})`

/**
 * The entries a workspace's owner may read, newest first: what was done in it, how its members signed in since they joined,
 * and what became of the server's data. Nothing of other workspaces.
 *
 * @param below only entries with lower numbers: `next` of the page before
 */
export async function pageOfAudit(
  db: Db,
  scope: Scope,
  filter: AuditFilter,
  { below = null, limit = PAGE_SIZE }: { below?: number | null; limit?: number } = {},
): Promise<{ rows: AuditRow[]; next: number | null }> {
  const found = await readRows(db, scope, filter, below, limit + 1)
  const rows = found.slice(0, limit)
  return { rows, next: found.length > limit ? (rows.at(-1)?.seq ?? null) : null }
}

/** The same in batches, to the first entry. */
export async function* auditBatches(db: Db, scope: Scope, filter: AuditFilter, size: number): AsyncGenerator<AuditRow[]> {
  for (let below: number | null = null; ; ) {
    const rows = await readRows(db, scope, filter, below, size)
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    below = rows.at(-1)?.seq ?? null
  }
}

/** Everybody whom an entry of the workspace names as the one who did it, and its members; by name. */
export async function listAuditPeople(db: Db, scope: Scope): Promise<Person[]> {
  const did = db
    .select({ id: auditLog.userId })
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, scope.workspaceId), isNotNull(auditLog.userId)))
  const here = db.select({ id: members.userId }).from(members).where(eq(members.workspaceId, scope.workspaceId))
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(or(inArray(users.id, did), inArray(users.id, here)))
    .orderBy(sql`lower(${users.name})`, asc(users.id))
}

async function readRows(db: Db, scope: Scope, filter: AuditFilter, below: number | null, limit: number): Promise<AuditRow[]> {
  const rows = await db
    .select({
      seq: auditLog.seq,
      at: auditLog.at,
      event: auditLog.event,
      workspaceId: auditLog.workspaceId,
      userId: auditLog.userId,
      userName: users.name,
      subject: auditLog.subject,
      details: auditLog.details,
      hash: auditLog.hash,
      before: before.hash,
    })
    .from(auditLog)
    .leftJoin(users, sql`${users.id}::text = ${whoId}`)
    .leftJoin(before, eq(before.seq, sql`${auditLog.seq} - 1`))
    .where(and(isVisible(db, scope), matches(filter), below === null ? undefined : lt(auditLog.seq, below)))
    .orderBy(desc(auditLog.seq))
    .limit(limit)
  return rows.map((row) => ({ ...row, at: row.at.getTime(), before: row.before ?? BEFORE_THE_FIRST }))
}

function isVisible(db: Db, { workspaceId }: Scope): SQL | undefined {
  const member = db
    .select({ one: sql`1` })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), sql`${members.userId}::text = ${whoId}`, lte(members.joinedAt, auditLog.at)))
  const ofMember = and(inArray(auditLog.event, [...EVENTS_OF_MEMBERS]), exists(member))
  const ofNobody = and(isNull(auditLog.workspaceId), or(inArray(auditLog.event, [...EVENTS_OF_THE_SERVER]), ofMember))
  return or(eq(auditLog.workspaceId, workspaceId), ofNobody)
}

function matches({ userId, group, from, to, zone, text }: AuditFilter): SQL | undefined {
  const named = sql`exists (select from jsonb_each_text(${auditLog.details}) fact where position(lower(${text}) in lower(fact.value)) > 0)`
  return and(
    userId ? sql`${whoId} = ${userId}` : undefined,
    group ? inArray(auditLog.event, eventsOf(group)) : undefined,
    from ? gte(auditLog.at, startOfDay(from, zone)) : undefined,
    to ? lt(auditLog.at, startOfDay(nextDay(to), zone)) : undefined,
    text ? or(eq(auditLog.subject, text), named) : undefined,
  )
}
