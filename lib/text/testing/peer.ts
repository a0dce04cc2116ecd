import { Editor, Extension } from '@tiptap/core'
import * as Y from 'yjs'
import { FlatBinding } from '#/lib/text/binding.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { Sections } from '#/lib/text/editor-sections.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { keepOneBody } from '#/lib/text/one-body.ts'
import { TextUndo } from '#/lib/text/text-undo.ts'

/** One person at a real editor. Needs a DOM: begin the test file with `// @vitest-environment jsdom`. */
export interface Peer {
  doc: Y.Doc
  text: Y.Text
  alias: Y.Map<unknown>
  editor: Editor
  binding: FlatBinding
  undo: TextUndo
  destroy(): void
}

/** Opens an editor on a text document. `sectionSize`: blocks per section, small to make borders frequent. */
export function openPeer(doc: Y.Doc, { sectionSize = 3, captureTimeout = 0 } = {}): Peer {
  mendDom()
  const text = doc.getText(TEXT_NAME)
  const alias = doc.getMap(ALIAS_NAME)
  const binding = new FlatBinding(text, alias)
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    enableCoreExtensions: { delete: false },
    extensions: [
      ...editorExtensions().map((extension) => (extension.name === Sections.name ? Sections.configure({ size: sectionSize }) : extension)),
      Extension.create({ name: 'bindingUnderTest', addProseMirrorPlugins: () => [binding.plugin()] }),
    ],
  })
  const undo = new TextUndo(text, alias, [binding], captureTimeout)
  const stop = keepOneBody(text, alias, () => true)
  return {
    doc,
    text,
    alias,
    editor,
    binding,
    undo,
    destroy() {
      stop()
      undo.destroy()
      editor.destroy()
    },
  }
}

/** Presses a key as the browser reports it; "Mod" is Control, as everywhere but on a Mac. False when the editor leaves it to the browser. */
export function pressKey({ editor }: Peer, name: string): boolean {
  const parts = name.split('-')
  const key = parts.at(-1)!
  const event = new KeyboardEvent('keydown', {
    key,
    // By the code the editor still finds a letter or digit when a modifier changes what it types.
    keyCode: /^[a-z0-9]$/.test(key) ? key.toUpperCase().charCodeAt(0) : 0,
    ctrlKey: parts.includes('Mod'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  })
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false
}

/** A copy of a document as another client has it after loading. */
export function cloneDoc(doc: Y.Doc, clientId?: number): Y.Doc {
  const copy = new Y.Doc()
  if (clientId !== undefined) copy.clientID = clientId
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'remote')
  return copy
}

/** Brings two documents to the same state, as two clients that meet. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'remote')
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'remote')
}

/** Brings all documents to the same state. */
export function exchangeAll(docs: readonly Y.Doc[]): void {
  for (let round = 0; round < 2; round++) for (const a of docs) for (const b of docs) if (a !== b) exchange(a, b)
}

/** jsdom lays nothing out; ProseMirror asks where things are. */
function mendDom(): void {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
}
