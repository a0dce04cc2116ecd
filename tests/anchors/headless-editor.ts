import type { Schema } from 'prosemirror-model'
import { EditorState, type Plugin, type PluginView, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { TextEdit } from '#/lib/text/text-edit.ts'

/** What edits need of an editor. */
export interface DeskEditor {
  readonly state: EditorState
  readonly view: { dispatch(tr: Transaction): void }
  edit(edit: TextEdit): boolean
}

/**
 * An editor that is shown nowhere: real schema, plugins and state, and the part of an EditorView that edits need. It applies
 * transactions and keeps the plugin views informed as the real one does. Layout, input and the DOM are not there; whatever
 * asks for them fails at once.
 */
export class HeadlessEditor implements DeskEditor {
  state: EditorState
  readonly composing = false
  readonly editable = true
  isDestroyed = false
  #plugins: PluginView[] = []

  constructor(schema: Schema, plugins: readonly Plugin[]) {
    this.state = EditorState.create({ schema, plugins: [...plugins] })
    for (const plugin of this.state.plugins) {
      const view = plugin.spec.view?.(this.view)
      if (view) this.#plugins.push(view)
    }
  }

  get view(): EditorView {
    return this as unknown as EditorView
  }

  edit(edit: TextEdit): boolean {
    const { tr } = this.state
    const isDone = edit(tr)
    if (isDone) this.dispatch(tr)
    return isDone
  }

  dispatch = (tr: Transaction): void => {
    if (this.isDestroyed) return
    const { state, transactions } = this.state.applyTransaction(tr)
    if (transactions.includes(tr)) this.updateState(state)
  }

  updateState(state: EditorState): void {
    const before = this.state
    this.state = state
    for (const plugin of this.#plugins) plugin.update?.(this.view, before)
  }

  hasFocus(): boolean {
    return false
  }

  focus(): void {}

  destroy(): void {
    this.isDestroyed = true
    for (const plugin of this.#plugins) plugin.destroy?.()
    this.#plugins = []
  }
}
