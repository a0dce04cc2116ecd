import { Editor, Extension } from '@tiptap/core'
import type { CollabRoom } from '#/components/collab/room.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import { t } from '#/lib/message/t.ts'
import { FlatBinding } from '#/lib/text/binding.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { MOST_FOLLOWED } from '#/lib/text/most-followed.ts'
import { keepOneBody } from '#/lib/text/one-body.ts'
import { readCaret } from '#/lib/text/read-caret.ts'
import { TextUndo } from '#/lib/text/text-undo.ts'
import { JoinedUndo } from '#/lib/text/undo.ts'
import { caretsPlugin } from './carets.ts'
import { passagesPlugin } from './decorations.ts'
import { editorGuard } from './editor-guard.ts'
import type { ReaderModel } from './reader-model.ts'

/** How the text presents itself; asked again whenever the editor is drawn. */
export interface TextAppearance {
  language: string
  direction: 'ltr' | 'rtl'
}

/**
 * Mounts the editor of the open document and connects it with its text, the passages, the others' carets and the undo
 * history. Returns how to take it down.
 * @param caretLayer lies over the editor
 */
export function createEditor(
  model: ReaderModel,
  room: CollabRoom,
  element: HTMLElement,
  caretLayer: HTMLElement,
  { language, direction }: TextAppearance,
): () => void {
  const { text, alias } = model.source
  const binding = new FlatBinding(text, alias)
  const plugins = [
    binding.plugin(),
    editorGuard(model),
    passagesPlugin((maps, doc) => onMaps(model, maps, doc)),
    caretsPlugin(room, text, caretLayer),
  ]
  const editor = new Editor({
    element,
    injectCSS: false,
    // Tells of deletions, which nobody asks for, and compares every change of an edit with every other to do so.
    enableCoreExtensions: { delete: false },
    extensions: [...editorExtensions(), Extension.create({ name: 'reader', priority: 3_000, addProseMirrorPlugins: () => plugins })],
    editorProps: {
      attributes: () => attributes(model, language, direction),
      // Beyond this distance from an edge the page follows the caret.
      scrollMargin: { top: 96, bottom: 96, left: 0, right: 0 },
    },
    onSelectionUpdate: ({ editor: { state } }) => {
      const { from, to, empty } = state.selection
      model.ui.set({ selection: empty ? null : { from, to } })
    },
  })
  model.editor = editor
  const textUndo = new TextUndo(text, alias, [binding])
  followCompositions(editor.view.dom, textUndo)
  model.undo = new JoinedUndo([textUndo, new LayerUndo(model.layer, model.identity.userId, [model.origin])])
  model.store.resolve(editor.state.doc)
  // The way the text presents itself depends on the mode, which is no state of the editor.
  const stop = model.ui.subscribe(() => {
    if (editor.view.dom.getAttribute('role') === role(model)) return
    readCaret(editor.view)
    editor.view.updateState(editor.state)
  })
  const stopKeeping = keepOneBody(text, alias, () => model.ui.get().ready && model.can('edit-text'))
  return () => {
    stop()
    stopKeeping()
    model.undo?.destroy()
    model.undo = null
    model.editor = null
    editor.destroy()
  }
}

/** How long after a composition ended the editor may still be writing its last words, ms. */
const COMPOSED_AFTER_MS = 60

function followCompositions(element: HTMLElement, undo: TextUndo): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  element.addEventListener('compositionstart', () => {
    clearTimeout(timer)
    undo.compose(true)
  })
  element.addEventListener('compositionend', () => {
    timer = setTimeout(() => undo.compose(false), COMPOSED_AFTER_MS)
  })
}

function onMaps(model: ReaderModel, maps: Parameters<typeof model.store.map>[0], doc: Parameters<typeof model.store.map>[1]): void {
  if (maps.length > MOST_FOLLOWED) model.store.resolve(doc)
  else model.store.map(maps, doc)
  const { selection, popover, preview, resizing } = model.ui.get()
  const moved = <T extends { from: number; to: number }>(range: T): T => ({
    ...range,
    from: throughMaps(range.from, 1),
    to: throughMaps(range.to, -1),
  })
  const throughMaps = (position: number, side: 1 | -1): number => maps.reduce((at, map) => map.map(at, side), position)
  if (popover) {
    const identical = popover.identical && { ...popover.identical, places: popover.identical.places.map(moved) }
    model.ui.set({ popover: { ...popover, range: moved(popover.range), identical } })
  }
  if (resizing) model.ui.set({ resizing: moved(resizing) })
  if (preview) model.ui.set({ preview: moved(preview) })
  if (selection && model.view) {
    const { from, to, empty } = model.view.state.selection
    model.ui.set({ selection: empty ? null : { from, to } })
  }
}

const role = (model: ReaderModel): 'article' | 'textbox' => (model.ui.get().mode === 'edit' ? 'textbox' : 'article')

function attributes(model: ReaderModel, language: string, direction: 'ltr' | 'rtl'): { [name: string]: string } {
  const count = model.store.size
  const editing = role(model) === 'textbox'
  return {
    id: 'doc',
    class: 'doc',
    lang: language === 'und' ? '' : language,
    dir: direction,
    role: role(model),
    tabindex: '0',
    'aria-label': editing
      ? t('Document text')
      : t('{count, plural, one {Document text, # statement} other {Document text, # statements}}', { count }),
    spellcheck: String(editing),
    // Only Edit mode brings up an on-screen keyboard.
    ...(editing ? { 'aria-multiline': 'true' } : { inputmode: 'none' }),
  }
}
