import { deliveriesBefore, listWebhooks } from '#/db/queries/webhooks.ts'
import type { Scope } from '#/db/scope.ts'
import type { ShownWebhook } from '#/lib/api/webhook-input.ts'
import { memberDb } from '#/server/runtime.ts'

/** How many deliveries of each are shown. */
const LATEST = 5

/** The webhooks of a workspace with their latest deliveries, for its owners. */
export async function loadWebhooks(scope: Scope): Promise<ShownWebhook[]> {
  const db = memberDb(scope)
  const shown: ShownWebhook[] = []
  for (const { id, url, events, stoppedAt, stoppedWhy } of await listWebhooks(db, scope)) {
    const deliveries = await deliveriesBefore(db, scope, id, { before: null, limit: LATEST })
    shown.push({
      id,
      url,
      events,
      active: stoppedAt === null,
      problem: stoppedWhy,
      deliveries: deliveries.map(({ id: deliveryId, event, createdAt, nextAt, deliveredAt, tries, answer, problem }) => ({
        id: deliveryId,
        event,
        createdAt: createdAt.getTime(),
        state: deliveredAt ? 'delivered' : nextAt ? 'waiting' : 'given-up',
        tries,
        answer,
        problem,
      })),
    })
  }
  return shown
}
