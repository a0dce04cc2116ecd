import { Editor, type Extensions, type JSONContent } from '@tiptap/core'
import { EditorState, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * The part of an EditorView that edits need, without a page: holds the state, applies transactions, and keeps the plugin
 * views informed as the real one does. Layout, input and the DOM are not there; whatever asks for them fails at once.
 */
class HeadlessView {
  state: EditorState
  readonly composing = false
  readonly editable = true
  isDestroyed = false
  readonly #editor: Editor
  #plugins: PluginView[] = []

  constructor(editor: Editor, plugins: readonly Plugin[]) {
    this.#editor = editor
    this.state = EditorState.create({ schema: editor.schema, plugins: [...plugins] })
  }

  start(): void {
    for (const plugin of this.state.plugins) {
      const view = plugin.spec.view?.(this as unknown as EditorView)
      if (view) this.#plugins.push(view)
    }
  }

  dispatch = (tr: Transaction): void => {
    ;(this.#editor as unknown as { dispatchTransaction(tr: Transaction): void }).dispatchTransaction(tr)
  }

  updateState(state: EditorState): void {
    const before = this.state
    this.state = state
    for (const plugin of this.#plugins) plugin.update?.(this as unknown as EditorView, before)
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

/**
 * Real editors (schema, commands, plugins, state) that are shown nowhere. Making one costs several ms, most of it for the
 * schema and the keys; so those of closed editors are used again, with a new state and new plugins.
 */
export class HeadlessEditors {
  readonly #extensions: () => Extensions
  readonly #content: JSONContent
  readonly #free: Editor[] = []

  /** @param content an empty document of their schema */
  constructor(extensions: () => Extensions, content: JSONContent) {
    this.#extensions = extensions
    this.#content = content
  }

  /** @param plugins besides those of the extensions */
  open(plugins: readonly Plugin[]): Editor {
    const editor =
      this.#free.pop() ?? new Editor({ element: null, injectCSS: false, extensions: this.#extensions(), content: this.#content })
    const view = new HeadlessView(editor, [...editor.extensionManager.plugins, ...plugins])
    ;(editor as unknown as { editorView: HeadlessView }).editorView = view
    view.start()
    return editor
  }

  close(editor: Editor): void {
    ;(editor.view as unknown as HeadlessView).destroy()
    this.#free.push(editor)
  }
}
