import type { Db } from '#/db/client.ts'
import { deleteOldAnswers } from '#/db/queries/api-answers.ts'
import { deleteOldTokens } from '#/db/queries/api-tokens.ts'
import { deleteOldDeliveries } from '#/db/queries/webhooks.ts'
import { log } from '#/server/log.ts'
import { collectOccasions } from './collect-occasions.ts'
import { deliverDue } from './deliver-due.ts'

/** How often is looked what happened, ms. */
const EVERY_MS = 5000
const SWEEP_EVERY_MS = 3600_000
const DAY_MS = 24 * 3600_000

/** So long the log of deliveries, tokens that ended, and answers to keyed requests are kept, ms. */
const KEEP_MS = { deliveries: 30 * DAY_MS, tokens: 7 * DAY_MS, answers: DAY_MS }

/** Tells webhooks what happens from now on, and forgets what is old. */
export function startWebhooks({ db, secret }: { db: Db; secret: string }): { stop(): Promise<void> } {
  const ending = new AbortController()
  let under: Promise<void> = Promise.resolve()
  let sweptAt = 0
  let isBusy = false
  const look = async () => {
    const now = Date.now()
    await collectOccasions(db, now)
    await deliverDue({ db, secret, now: Date.now, options: { signal: ending.signal } })
    if (now - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = now
    await sweepApi(db, now)
  }
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    under = look()
      .catch((error) => log.error('webhooks.failed', error))
      .finally(() => {
        isBusy = false
      })
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      ending.abort()
      await under
    },
  }
}

/** Forgets what is old. @param now ms since 1970 */
export async function sweepApi(db: Db, now: number): Promise<void> {
  await deleteOldDeliveries(db, new Date(now - KEEP_MS.deliveries))
  await deleteOldTokens(db, new Date(now - KEEP_MS.tokens))
  await deleteOldAnswers(db, new Date(now - KEEP_MS.answers))
}
