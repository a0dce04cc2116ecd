import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { codebookVersionOf } from '#/db/queries/webhook-occasions.ts'
import {
  changeWebhook,
  type DeliveryRow,
  deleteWebhook,
  findWebhook,
  insertDelivery,
  insertWebhook,
  listWebhooks,
  type WebhookRow,
} from '#/db/queries/webhooks.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { deliveryBody } from '#/lib/api/occasions.ts'
import { printSecret } from '#/lib/api/webhook.ts'
import type { ChosenEvent } from '#/lib/api/webhook-events.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { webhookKey } from '#/server/webhooks/webhook-key.ts'

export type WebhookRefused = { ok: false; why: 'forbidden' | 'gone' | 'too-many'; reason: string }

/** Webhooks of one workspace that are on. */
const MOST_WEBHOOKS = 20

const mayNot = (): WebhookRefused => ({ ok: false, why: 'forbidden', reason: t('Only owners look after webhooks.') })
const gone = (): WebhookRefused => ({ ok: false, why: 'gone', reason: t('This webhook was removed already.') })

const tooMany = (): WebhookRefused => ({
  ok: false,
  why: 'too-many',
  reason: t('A workspace has at most {most} webhooks that are on.', { most: MOST_WEBHOOKS }),
})

async function isFull(db: Db, scope: Scope): Promise<boolean> {
  return (await listWebhooks(db, scope)).filter(({ stoppedAt }) => stoppedAt === null).length >= MOST_WEBHOOKS
}

interface WebhookDeps {
  db: Db
  /** ms since 1970. */
  now: number
}

/** Tells an address of what happens in the workspace from now on. */
export async function addWebhook(
  scope: Scope,
  { url, events }: { url: string; events: readonly ChosenEvent[] },
  { db, now }: WebhookDeps,
): Promise<{ ok: true; webhook: WebhookRow } | WebhookRefused> {
  if (!can(scope.role, 'manage-workspace')) return mayNot()
  if (await isFull(db, scope)) return tooMany()
  const webhook = await db.transaction(async (tx) => {
    const row = await insertWebhook(tx, {
      id: newId(now),
      workspaceId: scope.workspaceId,
      url,
      events: [...new Set(events)],
      createdBy: scope.userId,
      createdAt: new Date(now),
      ...(await fromNowOn(tx, scope, now)),
    })
    await recordInWorkspace(tx, scope, 'webhook-added', { subject: row.id, details: { host: new URL(url).host } })
    return row
  })
  return { ok: true, webhook }
}

export interface WebhookChange {
  url?: string | undefined
  events?: readonly ChosenEvent[] | undefined
  active?: boolean | undefined
}

/** Changes a webhook. One that is switched on again is told of what happens then, not of what it missed. */
export async function editWebhook(
  scope: Scope,
  id: string,
  { url, events, active }: WebhookChange,
  { db, now }: WebhookDeps,
): Promise<{ ok: true; webhook: WebhookRow } | WebhookRefused> {
  if (!can(scope.role, 'manage-workspace')) return mayNot()
  return db.transaction(async (tx) => {
    const before = await findWebhook(tx, scope, id)
    if (!before) return gone()
    const isResumed = active === true && before.stoppedAt !== null
    if (isResumed && (await isFull(tx, scope))) return tooMany()
    const webhook = await changeWebhook(tx, scope, id, {
      ...(url !== undefined && { url }),
      ...(events && { events: [...new Set(events)] }),
      ...(isResumed && { stoppedAt: null, stoppedWhy: '', ...(await fromNowOn(tx, scope, now)) }),
      ...(active === false && before.stoppedAt === null && { stoppedAt: new Date(now), stoppedWhy: '' }),
    })
    if (!webhook) return gone()
    await recordInWorkspace(tx, scope, 'webhook-changed', { subject: id, details: { host: new URL(webhook.url).host } })
    return { ok: true, webhook }
  })
}

export async function removeWebhook(scope: Scope, id: string, { db }: Pick<WebhookDeps, 'db'>): Promise<{ ok: true } | WebhookRefused> {
  if (!can(scope.role, 'manage-workspace')) return mayNot()
  return db.transaction(async (tx) => {
    const before = await findWebhook(tx, scope, id)
    if (!before || !(await deleteWebhook(tx, scope, id))) return gone()
    await recordInWorkspace(tx, scope, 'webhook-removed', { subject: id, details: { host: new URL(before.url).host } })
    return { ok: true }
  })
}

/** The secret that deliveries of a webhook are signed with, for whoever sets its receiver up; the log knows who asked. */
export async function showSecret(
  scope: Scope,
  id: string,
  { db, secret }: { db: Db; secret: string },
): Promise<{ ok: true; secret: string } | WebhookRefused> {
  if (!can(scope.role, 'manage-workspace')) return mayNot()
  const webhook = await findWebhook(db, scope, id)
  if (!webhook) return gone()
  await recordInWorkspace(db, scope, 'webhook-secret-shown', { subject: id, details: { host: new URL(webhook.url).host } })
  return { ok: true, secret: printSecret(webhookKey(secret, id)) }
}

/** Sends a webhook something that says nothing, to try whether it arrives. */
export async function pingReceiver(
  scope: Scope,
  id: string,
  { db, now }: WebhookDeps,
): Promise<{ ok: true; delivery: DeliveryRow } | WebhookRefused> {
  if (!can(scope.role, 'manage-workspace')) return mayNot()
  if (!(await findWebhook(db, scope, id))) return gone()
  const { workspaceId } = scope
  const deliveryId = newId(now)
  const at = new Date(now)
  const delivery = await insertDelivery(db, {
    id: deliveryId,
    webhookId: id,
    workspaceId,
    event: 'ping',
    occasion: `ping ${deliveryId}`,
    body: deliveryBody('ping', now, workspaceId, {}),
    createdAt: at,
    nextAt: at,
  })
  if (!delivery) throw new Error('A new id is no occasion that was there')
  return { ok: true, delivery }
}

async function fromNowOn(tx: Db, scope: Scope, now: number): Promise<Pick<WebhookRow, 'toldUntil' | 'toldVersion'>> {
  return { toldUntil: new Date(now), toldVersion: await codebookVersionOf(tx, scope.workspaceId) }
}
