import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { type DirectEditorProps, EditorView } from 'prosemirror-view'
import { TEXT_SCHEMA } from '#/lib/text/editor-schema.ts'
import type { TextEdit } from '#/lib/text/text-edit.ts'

/** Is told of every transaction once it is shown; `before` is the state it was made for. */
export type TransactionListener = (transaction: Transaction, before: EditorState) => void

/** An editor of a text on the page: a ProseMirror view with an empty document, which its plugins fill. */
export class TextEditor {
  readonly view: EditorView
  readonly #listeners = new Set<TransactionListener>()

  /** @param plugins the first one is asked first */
  constructor(element: HTMLElement, plugins: readonly Plugin[], props: Omit<DirectEditorProps, 'state' | 'dispatchTransaction'> = {}) {
    const state = EditorState.create({ schema: TEXT_SCHEMA, plugins: [...plugins] })
    // The plugins' views already change the text while this one is made.
    const { take } = this
    this.view = new EditorView(element, {
      ...props,
      state,
      dispatchTransaction(this: EditorView, transaction) {
        take(this, transaction)
      },
    })
  }

  get state(): EditorState {
    return this.view.state
  }

  get isDestroyed(): boolean {
    return this.view.isDestroyed
  }

  /** Does something to the text as it is now; false when there was nothing to do. */
  edit(edit: TextEdit): boolean {
    const { tr } = this.view.state
    const isDone = edit(tr)
    if (isDone) this.view.dispatch(tr)
    return isDone
  }

  /** Tells of transactions from now on. Returns how to stop. */
  follow(listener: TransactionListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  destroy(): void {
    this.#listeners.clear()
    this.view.destroy()
  }

  readonly take = (view: EditorView, transaction: Transaction): void => {
    if (view.isDestroyed) return
    const before = view.state
    const { state, transactions } = before.applyTransaction(transaction)
    // A plugin may have refused it.
    if (!transactions.includes(transaction)) return
    view.updateState(state)
    for (const listener of this.#listeners) listener(transaction, before)
  }
}
