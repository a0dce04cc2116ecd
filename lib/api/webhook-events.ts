/** What a workspace tells of. A name is never reused for something else. */
export const WEBHOOK_EVENTS = ['document.created', 'document.changed', 'document.deleted', 'codebook.changed', 'ping'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** What can be chosen: everybody gets pings. */
export const CHOSEN_EVENTS = ['document.created', 'document.changed', 'document.deleted', 'codebook.changed'] as const
export type ChosenEvent = (typeof CHOSEN_EVENTS)[number]
