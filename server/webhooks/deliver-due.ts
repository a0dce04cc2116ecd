import type { Db } from '#/db/client.ts'
import { type DeliveryRow, dueDeliveries, noteTry, stopWebhook } from '#/db/queries/webhooks.ts'
import { IN_VAIN, UNWANTED } from '#/lib/api/delivery-problem.ts'
import { signedHeaders, waitAfter } from '#/lib/api/webhook.ts'
import { type SendOptions, sendDelivery } from './send-delivery.ts'
import { webhookKey } from './webhook-key.ts'

export interface DeliverDeps {
  db: Db
  /** Of the installation. */
  secret: string
  now(): number
  options?: SendOptions
}

/** Deliveries to one receiver in one look. */
const OF_ONE = 10
/** A receiver that has taken so long, ms, gets the rest at the next look: others wait for this one to end. */
const PATIENCE_MS = 5000

/**
 * Tries what is due: receivers beside each other, what one receiver gets one after the other. One that does not take a delivery, or
 * takes long, is left alone until the next look.
 */
export async function deliverDue(deps: DeliverDeps): Promise<void> {
  const begun = deps.now()
  const due = await dueDeliveries(deps.db, new Date(begun), OF_ONE)
  await Promise.all(
    [...Map.groupBy(due, ({ webhookId }) => webhookId).values()].map(async (deliveries) => {
      for (const delivery of deliveries) if (!(await tryOne(delivery, deps)) || deps.now() - begun > PATIENCE_MS) return
    }),
  )
}

async function tryOne(delivery: DeliveryRow & { url: string }, { db, secret, now, options }: DeliverDeps): Promise<boolean> {
  const { id, webhookId, url, body } = delivery
  const headers = signedHeaders(webhookKey(secret, webhookId), { id, atS: Math.floor(now() / 1000), body })
  const { status, problem } = await sendDelivery(url, headers, body, options)
  // The server is stopping: this was no try.
  if (options?.signal?.aborted) return false
  const tries = delivery.tries + 1
  const at = new Date(now())
  if (problem === '') {
    await noteTry(db, id, { tries, nextAt: null, deliveredAt: at, answer: status, problem })
    return true
  }
  const isUnwanted = status === 410
  const wait = isUnwanted ? null : waitAfter(tries, Math.random())
  await noteTry(db, id, { tries, nextAt: wait === null ? null : new Date(at.getTime() + wait), deliveredAt: null, answer: status, problem })
  if (wait === null) await stopWebhook(db, webhookId, at, isUnwanted ? UNWANTED : IN_VAIN)
  return false
}
