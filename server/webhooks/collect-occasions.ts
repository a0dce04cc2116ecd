import type { Db } from '#/db/client.ts'
import { codebookVersionOf, documentsChangedIn } from '#/db/queries/webhook-occasions.ts'
import { findActiveWebhooks, insertDelivery, noteTold, type WebhookRow } from '#/db/queries/webhooks.ts'
import { deliveryBody, occasionsOf } from '#/lib/api/occasions.ts'
import { newId } from '#/lib/id.ts'

/** So far back it is looked again each time, ms: a change is dated before it is committed. */
const OVERLAP_MS = 90_000
/** So old may the note be of how far a webhook was told while there is nothing to tell, ms: not every look writes. */
const NOTED_WITHIN_MS = 30_000

/**
 * Makes deliveries of what happened since each webhook was last told. What was told is read from the rows themselves, so that nothing
 * is missed when the server stops in between.
 */
export async function collectOccasions(db: Db, now: number): Promise<void> {
  for (const webhook of await findActiveWebhooks(db)) await collectFor(db, webhook, now)
}

async function collectFor(db: Db, webhook: WebhookRow, now: number): Promise<void> {
  const { id: webhookId, workspaceId, toldUntil } = webhook
  const from = new Date(toldUntil.getTime() - OVERLAP_MS)
  const documents = await documentsChangedIn(db, workspaceId, from, new Date(now))
  const version = await codebookVersionOf(db, workspaceId)
  const occasions = occasionsOf(webhook, { documents, version, now })
  if (occasions.length === 0 && version === webhook.toldVersion && now - toldUntil.getTime() < NOTED_WITHIN_MS) return
  await db.transaction(async (tx) => {
    for (const { event, name, at, data } of occasions) {
      const body = deliveryBody(event, at, workspaceId, data)
      const createdAt = new Date(now)
      await insertDelivery(tx, { id: newId(now), webhookId, workspaceId, event, occasion: name, body, createdAt, nextAt: createdAt })
    }
    await noteTold(tx, webhookId, { toldUntil: new Date(now), toldVersion: version })
  })
}
