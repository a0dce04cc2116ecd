import { Node } from '@tiptap/core'
import {
  absolutePositionToRelativePosition,
  redo,
  relativePositionToAbsolutePosition,
  undo,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Placement } from '#/lib/annotation/model.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { HeadlessEditors } from './headless-editor.ts'
import { offsetToPos, plainText, posToOffset } from './plain-text.ts'
import type { Desk, Side } from './side.ts'

const FRAGMENT = 'default'
const ANNOTATIONS = 'annotation'
const MEMOS = 'memo'

/** What an annotation keeps, as the documentation of y-prosemirror proposes for comments and cursors. */
interface StoredRange {
  start: unknown
  end: unknown
}

/** Our schema without what serves our binding only: sections, and the numbers of list items. */
const extensions = () => [
  Node.create({ name: 'doc', topNode: true, content: 'block+' }),
  ...editorExtensions().filter(({ name }) => !['doc', 'section', 'sections', 'listNumbers'].includes(name)),
]
const editors = new HeadlessEditors(extensions, { type: 'doc', content: [{ type: 'paragraph' }] })

/** Stock y-tiptap (y-prosemirror with Tiptap's mends): its sync and undo plugins, and its own relative positions as anchors. */
export const stockSide: Side = {
  name: 'y-tiptap',
  source(paragraphs) {
    const doc = new Y.Doc()
    const blocks = paragraphs.map((text) => {
      const block = new Y.XmlElement('paragraph')
      block.insert(0, [new Y.XmlText(text)])
      return block
    })
    doc.getXmlFragment(FRAGMENT).insert(0, blocks)
    return doc
  },
  open: (text, layer) => new StockDesk(text, layer),
  look: (text) => JSON.stringify(text.getXmlFragment(FRAGMENT).toJSON()),
  read(text, layer) {
    const desk = new StockDesk(text, layer)
    const seen = { text: plainText(desk.editor.state.doc), places: desk.places() }
    desk.close()
    return seen
  },
}

class StockDesk implements Desk {
  readonly editor
  readonly #layer: Y.Doc
  readonly #fragment: Y.XmlFragment
  #count = 0

  constructor(text: Y.Doc, layer: Y.Doc) {
    this.#layer = layer
    this.#fragment = text.getXmlFragment(FRAGMENT)
    this.editor = editors.open([ySyncPlugin(this.#fragment), yUndoPlugin()])
  }

  undo(): boolean {
    return undo(this.editor.state)
  }

  redo(): boolean {
    return redo(this.editor.state)
  }

  seal(): void {
    yUndoPluginKey.getState(this.editor.state).undoManager.stopCapturing()
  }

  tag(start: number, end: number): string {
    const { doc } = this.editor.state
    const { mapping } = this.#binding
    const relative = (offset: number) =>
      Y.relativePositionToJSON(absolutePositionToRelativePosition(offsetToPos(doc, offset), this.#fragment, mapping))
    const id = `${this.#layer.clientID}-${this.#count++}`
    this.#layer.getMap<StoredRange>(ANNOTATIONS).set(id, { start: relative(start), end: relative(end) })
    return id
  }

  note(id: string, text: string): void {
    this.#layer.getMap(MEMOS).set(`${id}|${this.#layer.clientID}`, text)
  }

  places(): ReadonlyMap<string, Placement> {
    const { doc } = this.editor.state
    const { mapping } = this.#binding
    const absolute = (json: unknown) =>
      relativePositionToAbsolutePosition(this.#fragment.doc!, this.#fragment, Y.createRelativePositionFromJSON(json), mapping)
    const places = new Map<string, Placement>()
    for (const [id, stored] of this.#layer.getMap<StoredRange>(ANNOTATIONS)) {
      const [from, to] = [absolute(stored.start), absolute(stored.end)]
      const [start, end] = [from, to].map((pos) => (pos === null ? null : posToOffset(doc, pos))) as [number | null, number | null]
      places.set(
        id,
        start === null || end === null || start >= end ? { state: 'orphan', near: null } : { state: 'anchored', start, end, survival: 1 },
      )
    }
    return places
  }

  isFaithful(): boolean {
    return true
  }

  close(): void {
    editors.close(this.editor)
  }

  get #binding() {
    return ySyncPluginKey.getState(this.editor.state).binding
  }
}
