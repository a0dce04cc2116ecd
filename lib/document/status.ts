import { t } from '#/lib/message/t.ts'
/** How far a team is with a document, in the order of the work. Set by hand. */
export const DOCUMENT_STATUSES = ['new', 'in-progress', 'blind', 'in-review', 'done'] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

export const STATUS_NAMES: Record<DocumentStatus, string> = {
  get new() {
    return t('New')
  },
  get 'in-progress'() {
    return t('In progress')
  },
  get blind() {
    return t('Blind')
  },
  get 'in-review'() {
    return t('In review')
  },
  get done() {
    return t('Done')
  },
}
