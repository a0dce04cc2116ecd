import type { Transaction } from 'prosemirror-state'

/**
 * Something that is done to the text: adds its steps to a transaction that nobody has applied yet. False when there is
 * nothing to do; what was added is then thrown away.
 */
export type TextEdit = (tr: Transaction) => boolean
