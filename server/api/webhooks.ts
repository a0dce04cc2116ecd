import { type DeliveryRow, deliveriesBefore, findWebhook, listWebhooks as readWebhooks, type WebhookRow } from '#/db/queries/webhooks.ts'
import type { InputOf } from '#/lib/api/operation.ts'
import type { OperationId, OperationOf } from '#/lib/api/operations.ts'
import { pageOf, writeCursor } from '#/lib/api/paging.ts'
import { ApiProblem, type ProblemName } from '#/lib/api/problem.ts'
import { printSecret } from '#/lib/api/webhook.ts'
import { addWebhook, editWebhook, pingReceiver, removeWebhook, type WebhookRefused } from '#/server/usecases/edit-webhooks.ts'
import { webhookKey } from '#/server/webhooks/webhook-key.ts'
import type { ApiAnswer, WorkspaceContext } from './api-deps.ts'
import { changeMatched, mustMatch } from './change-matched.ts'
import { pageAsked } from './page-request.ts'

type Input<Id extends OperationId> = InputOf<OperationOf<Id>>

const gone = () => new ApiProblem('not-found', 'There is no such webhook.')
const WHY: Readonly<Record<WebhookRefused['why'], ProblemName>> = { forbidden: 'forbidden', gone: 'not-found', 'too-many': 'conflict' }
const refusal = ({ why, reason }: WebhookRefused) => new ApiProblem(WHY[why], reason)

function bodyOf({ id, url, events, createdAt, stoppedAt, stoppedWhy }: WebhookRow) {
  return { id, url, events, createdAt: createdAt.toISOString(), active: stoppedAt === null, problem: stoppedWhy || null }
}

function deliveryOf({ id, event, createdAt, tries, nextAt, deliveredAt, answer, problem, body }: DeliveryRow) {
  const state = deliveredAt ? 'delivered' : nextAt ? 'waiting' : 'given-up'
  const nextTryAt = nextAt?.toISOString() ?? null
  return {
    id,
    event,
    createdAt: createdAt.toISOString(),
    state,
    tries,
    nextTryAt,
    answer,
    problem: problem || null,
    body: JSON.parse(body),
  }
}

export async function listWebhooks({ query }: Input<'listWebhooks'>, { db, scope }: WorkspaceContext): Promise<ApiAnswer> {
  const { after, limit } = pageAsked(query)
  return { body: pageOf((await readWebhooks(db, scope)).map(bodyOf), after, limit) }
}

export async function createWebhook({ body }: Input<'createWebhook'>, { db, scope, deps }: WorkspaceContext): Promise<ApiAnswer> {
  const made = await addWebhook(scope, body, { db, now: deps.now() })
  if (!made.ok) throw refusal(made)
  const { webhook } = made
  return {
    body: { webhook: bodyOf(webhook), secret: printSecret(webhookKey(deps.secret, webhook.id)) },
    location: `/workspaces/${scope.workspaceId}/webhooks/${webhook.id}`,
  }
}

export async function getWebhook({ params }: Input<'getWebhook'>, { db, scope }: WorkspaceContext): Promise<ApiAnswer> {
  const webhook = await findWebhook(db, scope, params.webhookId)
  if (!webhook) throw gone()
  return { body: bodyOf(webhook) }
}

export async function updateWebhook({ params, body }: Input<'updateWebhook'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const webhook = await changeMatched(context, async (tx) => {
    const before = await findWebhook(tx, context.scope, params.webhookId)
    if (!before) throw gone()
    mustMatch(context, bodyOf(before))
    const done = await editWebhook(context.scope, params.webhookId, body, { db: tx, now: context.deps.now() })
    if (!done.ok) throw refusal(done)
    return done.webhook
  })
  return { body: bodyOf(webhook) }
}

export async function deleteWebhook({ params }: Input<'deleteWebhook'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return changeMatched(context, async (tx) => {
    const before = await findWebhook(tx, context.scope, params.webhookId)
    if (!before) throw gone()
    mustMatch(context, bodyOf(before))
    const done = await removeWebhook(context.scope, params.webhookId, { db: tx })
    if (!done.ok) throw refusal(done)
    return {}
  })
}

export async function listDeliveries({ params, query }: Input<'listDeliveries'>, { db, scope }: WorkspaceContext): Promise<ApiAnswer> {
  if (!(await findWebhook(db, scope, params.webhookId))) throw gone()
  const { after, limit } = pageAsked(query)
  const rows = await deliveriesBefore(db, scope, params.webhookId, { before: after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { body: { items: shown.map(deliveryOf), next: last ? writeCursor(last.id) : null } }
}

export async function pingWebhook({ params }: Input<'pingWebhook'>, { db, scope, deps }: WorkspaceContext): Promise<ApiAnswer> {
  const done = await pingReceiver(scope, params.webhookId, { db, now: deps.now() })
  if (!done.ok) throw refusal(done)
  return { body: deliveryOf(done.delivery) }
}
