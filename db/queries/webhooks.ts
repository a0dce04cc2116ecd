import { and, asc, desc, eq, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { webhookDeliveries, webhooks } from '#/db/schema/api.ts'
import type { Scope } from '#/db/scope.ts'

export type WebhookRow = typeof webhooks.$inferSelect
export type DeliveryRow = typeof webhookDeliveries.$inferSelect

const ownHook = (scope: Scope, id: string) => and(eq(webhooks.workspaceId, scope.workspaceId), eq(webhooks.id, id))

export function listWebhooks(db: Db, scope: Scope): Promise<WebhookRow[]> {
  return db.select().from(webhooks).where(eq(webhooks.workspaceId, scope.workspaceId)).orderBy(asc(webhooks.id))
}

export async function findWebhook(db: Db, scope: Scope, id: string): Promise<WebhookRow | null> {
  const [row] = await db.select().from(webhooks).where(ownHook(scope, id))
  return row ?? null
}

export async function insertWebhook(db: Db, webhook: typeof webhooks.$inferInsert): Promise<WebhookRow> {
  const [row] = await db.insert(webhooks).values(webhook).returning()
  return row as WebhookRow
}

export async function changeWebhook(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<typeof webhooks.$inferInsert>,
): Promise<WebhookRow | null> {
  if (Object.keys(change).length === 0) return findWebhook(db, scope, id)
  const [row] = await db.update(webhooks).set(change).where(ownHook(scope, id)).returning()
  return row ?? null
}

export async function deleteWebhook(db: Db, scope: Scope, id: string): Promise<boolean> {
  return (await db.delete(webhooks).where(ownHook(scope, id)).returning({ id: webhooks.id })).length > 0
}

/** What a webhook was sent, the newest first, from behind one of them. */
export function deliveriesBefore(
  db: Db,
  scope: Scope,
  webhookId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.workspaceId, scope.workspaceId),
        eq(webhookDeliveries.webhookId, webhookId),
        before === null ? undefined : lt(webhookDeliveries.id, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit)
}

/** Adds a delivery; null when there was one of the same occasion. */
export async function insertDelivery(
  db: Db,
  delivery: Pick<DeliveryRow, 'id' | 'webhookId' | 'workspaceId' | 'event' | 'occasion' | 'body' | 'nextAt' | 'createdAt'>,
): Promise<DeliveryRow | null> {
  const [row] = await db.insert(webhookDeliveries).values(delivery).onConflictDoNothing().returning()
  return row ?? null
}

/** Webhooks that are on, in workspaces that are not in the bin. */
const isActive = and(
  isNull(webhooks.stoppedAt),
  sql`exists (select from workspaces w where w.id = ${webhooks.workspaceId} and w.deleted_at is null)`,
)

/** All webhooks that are told something. Asked by the server itself. */
export async function findActiveWebhooks(db: Db): Promise<WebhookRow[]> {
  return db.select().from(webhooks).where(isActive).orderBy(asc(webhooks.id))
}

/**
 * What webhooks that are on are to be sent now, what is due longest first: at most `ofOne` of each, so that one that takes nothing does
 * not keep the others from theirs.
 */
export async function dueDeliveries(db: Db, now: Date, ofOne: number): Promise<(DeliveryRow & { url: string })[]> {
  const place = sql<number>`row_number() over (partition by ${webhooks.id} order by ${webhookDeliveries.nextAt}, ${webhookDeliveries.id})`
  const due = db
    .select({ id: webhookDeliveries.id, url: webhooks.url, place: place.as('place') })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(isNotNull(webhookDeliveries.nextAt), lte(webhookDeliveries.nextAt, now), isActive))
    .as('due')
  const rows = await db
    .select({ delivery: webhookDeliveries, url: due.url })
    .from(due)
    .innerJoin(webhookDeliveries, eq(webhookDeliveries.id, due.id))
    .where(lte(due.place, ofOne))
    .orderBy(asc(due.place), asc(webhookDeliveries.nextAt))
    .limit(MOST_DUE)
  return rows.map(({ delivery, url }) => ({ ...delivery, url }))
}

/** Deliveries of one look, of all webhooks. */
const MOST_DUE = 500

/** Notes what came of a try. */
export async function noteTry(
  db: Db,
  id: string,
  outcome: Pick<DeliveryRow, 'tries' | 'nextAt' | 'deliveredAt' | 'answer' | 'problem'>,
): Promise<void> {
  await db.update(webhookDeliveries).set(outcome).where(eq(webhookDeliveries.id, id))
}

/** Switches a webhook off: nobody takes what it sends. */
export async function stopWebhook(db: Db, id: string, now: Date, why: string): Promise<void> {
  await db.update(webhooks).set({ stoppedAt: now, stoppedWhy: why }).where(eq(webhooks.id, id))
}

/** Notes how far a webhook was told. */
export async function noteTold(db: Db, id: string, told: Pick<WebhookRow, 'toldUntil' | 'toldVersion'>): Promise<void> {
  await db.update(webhooks).set(told).where(eq(webhooks.id, id))
}

export async function deleteOldDeliveries(db: Db, before: Date): Promise<void> {
  await db.delete(webhookDeliveries).where(lt(webhookDeliveries.createdAt, before))
}
