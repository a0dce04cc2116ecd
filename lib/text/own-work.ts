import { PluginKey, type Transaction } from '@tiptap/pm/state'

/** Key of the binding's plugin (see binding.ts). */
export const bindingKey = new PluginKey('flatBinding')

/** What the binding says about its own transactions. */
interface OwnWork {
  /** Where the change came from: the origin of the Yjs transaction, or undefined. */
  origin?: unknown
}

/** Marks a transaction as the machine's own: what it does is in the flat text already, or has no place there. */
export function setOwnWork(tr: Transaction, origin?: unknown): Transaction {
  return tr.setMeta(bindingKey, { origin } satisfies OwnWork).setMeta('addToHistory', false)
}

/** Whether a transaction was made by the binding (a remote change, an undo, a first rendering), not by the person at the editor. */
export function isOwnWork(tr: Transaction): boolean {
  return tr.getMeta(bindingKey) !== undefined
}
