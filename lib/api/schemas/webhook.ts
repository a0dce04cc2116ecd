import { z } from 'zod'
import { CHOSEN_EVENTS, WEBHOOK_EVENTS } from '#/lib/api/webhook-events.ts'
import { idShape, named, pageShape, timeShape } from './registry.ts'

const events = z.array(z.enum(CHOSEN_EVENTS)).min(1).max(CHOSEN_EVENTS.length)
const url = z.url({ protocol: /^https$/ }).max(2000)

export const webhookShape = named(
  'Webhook',
  z.object({
    id: idShape,
    url: z.string(),
    events: z.array(z.enum(CHOSEN_EVENTS)),
    createdAt: timeShape,
    active: z.boolean(),
    problem: z.string().nullable().describe('Why it was switched off, when it was not a person who did it.'),
  }),
)
export const webhookPage = pageShape('WebhookPage', webhookShape)
export const webhookMade = named(
  'WebhookMade',
  z.object({ webhook: webhookShape, secret: z.string().describe('Deliveries are signed with it (Standard Webhooks 1.0).') }),
)
export const newWebhook = named('NewWebhook', z.strictObject({ url, events }))
export const webhookChange = named('WebhookChange', z.strictObject({ url, events, active: z.boolean() }).partial())

export const deliveryShape = named(
  'Delivery',
  z.object({
    id: idShape,
    event: z.enum(WEBHOOK_EVENTS),
    createdAt: timeShape,
    state: z.enum(['waiting', 'delivered', 'given-up']),
    tries: z.int(),
    nextTryAt: timeShape.nullable(),
    answer: z.int().nullable().describe('Status of the last answer; null: there was none.'),
    problem: z.string().nullable(),
    body: z.unknown().describe('What was or will be sent.'),
  }),
)
export const deliveryPage = pageShape('DeliveryPage', deliveryShape)
