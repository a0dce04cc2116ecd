import { z } from 'zod'
import { JSON_TYPE, operation } from '#/lib/api/operation.ts'
import { pageQuery } from '#/lib/api/paging.ts'
import {
  deliveryPage,
  deliveryShape,
  newWebhook,
  webhookChange,
  webhookMade,
  webhookPage,
  webhookShape,
} from '#/lib/api/schemas/webhook.ts'

const shared = { group: 'Webhooks', permission: 'manage-workspace' } as const
const ALL = '/workspaces/{workspaceId}/webhooks'
const ONE = '/workspaces/{workspaceId}/webhooks/{webhookId}'

export const WEBHOOKS = [
  operation({
    ...shared,
    id: 'listWebhooks',
    method: 'GET',
    path: ALL,
    summary: 'The webhooks of a workspace',
    scope: 'read',
    query: z.object(pageQuery),
    status: 200,
    answer: { [JSON_TYPE]: webhookPage },
    tagged: true,
  }),
  operation({
    ...shared,
    id: 'createWebhook',
    method: 'POST',
    path: ALL,
    summary: 'Be told of what happens in a workspace',
    description:
      'Deliveries are POST requests signed as Standard Webhooks 1.0 says. They name what changed and do not hold it. One that is not ' +
      'answered with 2xx within 10 s is tried again for a day and a half, under the same `webhook-id`.',
    scope: 'write',
    body: { [JSON_TYPE]: newWebhook },
    status: 201,
    answer: { [JSON_TYPE]: webhookMade },
    once: true,
    location: true,
  }),
  operation({
    ...shared,
    id: 'getWebhook',
    method: 'GET',
    path: ONE,
    summary: 'One webhook',
    scope: 'read',
    status: 200,
    answer: { [JSON_TYPE]: webhookShape },
    tagged: true,
  }),
  operation({
    ...shared,
    id: 'updateWebhook',
    method: 'PATCH',
    path: ONE,
    summary: 'Change a webhook, switch it off or on again',
    scope: 'write',
    body: { [JSON_TYPE]: webhookChange },
    status: 200,
    answer: { [JSON_TYPE]: webhookShape },
    tagged: true,
  }),
  operation({
    ...shared,
    id: 'deleteWebhook',
    method: 'DELETE',
    path: ONE,
    summary: 'Remove a webhook with the log of its deliveries',
    scope: 'write',
    status: 204,
    answer: {},
    tagged: true,
  }),
  operation({
    ...shared,
    id: 'listDeliveries',
    method: 'GET',
    path: '/workspaces/{workspaceId}/webhooks/{webhookId}/deliveries',
    summary: 'What was sent, newest first',
    description: 'Kept for 30 days.',
    scope: 'read',
    query: z.object(pageQuery),
    status: 200,
    answer: { [JSON_TYPE]: deliveryPage },
  }),
  operation({
    ...shared,
    id: 'pingWebhook',
    method: 'POST',
    path: '/workspaces/{workspaceId}/webhooks/{webhookId}/pings',
    summary: 'Send a delivery that says nothing, to try a receiver',
    scope: 'write',
    status: 202,
    answer: { [JSON_TYPE]: deliveryShape },
  }),
] as const
