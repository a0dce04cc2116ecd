import { t } from '#/lib/message/t.ts'
import type { ChosenEvent } from './webhook-events.ts'

/** A webhook as owners see it. */
export interface ShownWebhook {
  id: string
  url: string
  events: ChosenEvent[]
  active: boolean
  /** Why the server switched it off, in English; empty when a person did. */
  problem: string
  /** The latest deliveries, the newest first. */
  deliveries: ShownDelivery[]
}

export interface ShownDelivery {
  id: string
  event: string
  /** ms since 1970. */
  createdAt: number
  state: 'waiting' | 'delivered' | 'given-up'
  tries: number
  /** Status of the last answer; null: there was none. */
  answer: number | null
  /** What was the matter at the last try, in English; empty when nothing was. See delivery-problem.ts. */
  problem: string
}

export const EVENT_NAMES: Record<ChosenEvent, string> = {
  get 'document.created'() {
    return t('A document was added')
  },
  get 'document.changed'() {
    return t('Text, statements or details of a document changed')
  },
  get 'document.deleted'() {
    return t('A document was moved to the bin')
  },
  get 'codebook.changed'() {
    return t('The codebook changed')
  },
}

export const DELIVERY_STATES: Record<ShownDelivery['state'], string> = {
  get waiting() {
    return t('Waiting')
  },
  get delivered() {
    return t('Delivered')
  },
  get 'given-up'() {
    return t('Given up')
  },
}
