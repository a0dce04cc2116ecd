/** How far a team is with a document, in the order of the work. Set by hand. */
export const DOCUMENT_STATUSES = ['new', 'in-progress', 'blind', 'in-review', 'done'] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

export const STATUS_NAMES: Record<DocumentStatus, string> = {
  new: 'New',
  'in-progress': 'In progress',
  blind: 'Blind',
  'in-review': 'In review',
  done: 'Done',
}
