import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { capturePassage } from '#/components/reader/canonical-range.ts'
import { replaceHit } from '#/components/reader/find-replace.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { LayerUndo } from '#/lib/annotation/layer-undo.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { toPos } from '#/lib/text/positions.ts'
import { cloneDoc, openPeer, type Peer, pressKey } from '#/lib/text/testing/peer.ts'
import { JoinedUndo } from '#/lib/text/undo.ts'
import type { Step } from './anchor-case.ts'
import { canonicalWords } from './marked-text.ts'

/** Only what the person seals ends a burst of typing: time plays no part in a case. */
const ONE_BURST = 1e9

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Somebody with the real editor on a document of their own, a layer, a clipboard and one undo. Needs a DOM. */
export class ModelledPerson {
  readonly peer: Peer
  readonly layer: Y.Doc
  readonly #undo: JoinedUndo
  readonly #userId = newId()
  #clipboard = new Transfer()

  /** Opens a text and a layer that others have; `client` is who the person is to Yjs. */
  constructor(text: Y.Doc, layer: Y.Doc, client: number) {
    this.peer = openPeer(cloneDoc(text, client), { captureTimeout: ONE_BURST })
    this.layer = cloneDoc(layer, client)
    this.#undo = new JoinedUndo([this.peer.undo, new LayerUndo(this.layer, this.#userId, [this])])
  }

  destroy(): void {
    this.#undo.destroy()
    this.peer.destroy()
  }

  /** Takes one step other than meeting the others. */
  take(step: Exclude<Step, 'meet'>): void {
    this.peer.undo.seal()
    if ('caret' in step) this.#editor.commands.setTextSelection(this.#caretAt(step.caret))
    else if ('select' in step) this.#editor.commands.setTextSelection(this.#rangeOf(step.select))
    else if ('type' in step) this.#type(step.type)
    else if ('press' in step) for (let i = 0; i < (step.times ?? 1); i++) this.#press(step.press)
    else if ('paste' in step) this.#send('paste', new Transfer(step.paste))
    else if ('drag' in step) this.#drag(step.drag)
    else if ('find' in step) this.#replace(step.find, step.by)
    else this.tag(this.#find(step.tag), canonicalWords(step.tag).length)
  }

  /** Puts a statement on words (UTF-16 units of the canonical text), as the product does: whole characters, no blanks at the ends. */
  tag(offset: number, length: number): void {
    const range = { from: this.#pos(offset), to: this.#pos(offset + length) }
    const captured = capturePassage(this.#editor.state.doc, this.peer.text, range)
    if (!captured) throw new Error('There are no words to tag')
    createAnnotation(this.layer, { userId: this.#userId, ...captured, actors: [], themes: [] }, this)
  }

  get #editor(): Editor {
    return this.peer.editor
  }

  #type(words: string): void {
    for (const { segment: key } of graphemes.segment(words)) {
      const { view } = this.#editor
      const { from, to } = view.state.selection
      const insert = () => view.state.tr.insertText(key, from, to)
      if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, key, insert))) view.dispatch(insert())
    }
  }

  #press(key: string): void {
    if (key === 'Mod-z') this.#undo.undo()
    else if (key === 'Mod-Shift-z') this.#undo.redo()
    else if (key === 'Mod-x' || key === 'Mod-c') this.#send(key === 'Mod-x' ? 'cut' : 'copy', this.#clipboard)
    else if (key === 'Mod-v') this.#send('paste', this.#clipboard)
    else if (!pressKey(this.peer, key)) this.#byBrowser(key)
  }

  /** What the editor leaves to the browser: deleting one character inside a block. */
  #byBrowser(key: string): void {
    if (key !== 'Backspace' && key !== 'Delete') throw new Error(`Nothing answers to ${key}`)
    const { state, view } = this.#editor
    const { $from } = state.selection
    const words = $from.parent.textBetween(0, $from.parent.content.size, '', ' ')
    const at = graphemes.segment(words).containing(key === 'Delete' ? $from.parentOffset : $from.parentOffset - 1)
    if (at) view.dispatch(state.tr.delete($from.start() + at.index, $from.start() + at.index + at.segment.length))
  }

  #replace(words: string, by: string): void {
    const { view } = this.#editor
    const { tr, doc } = view.state
    replaceHit(tr, doc, this.#rangeOf(words), by)
    view.dispatch(tr)
  }

  #drag(target: string): void {
    const { view } = this.#editor
    const { from } = view.state.selection
    const transfer = new Transfer()
    this.#send('dragstart', transfer, from)
    this.#send('drop', transfer, this.#caretAt(target))
  }

  /** Sends the editor an event of the clipboard or of a drag; `pos`: where the mouse is. */
  #send(type: 'cut' | 'copy' | 'paste' | 'dragstart' | 'drop', transfer: Transfer, pos = 0): void {
    const { view } = this.#editor
    const event = new Event(type, { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: transfer, dataTransfer: transfer })
    // jsdom lays nothing out and cannot say what stands under the mouse.
    view.posAtCoords = () => ({ pos, inside: -1 })
    view.dom.dispatchEvent(event)
  }

  #caretAt(words: string): number {
    const before = words.indexOf('|')
    if (before < 0) throw new Error(`“${words}” has no caret`)
    return this.#pos(this.#find(words.replace('|', '')) + canonicalWords(words.slice(0, before)).length)
  }

  #rangeOf(words: string): { from: number; to: number } {
    const start = this.#find(words)
    return { from: this.#pos(start), to: this.#pos(start + canonicalWords(words).length) }
  }

  #pos(offset: number): number {
    return toPos(this.#editor.state.doc, offset + 1)
  }

  /** Offset of words that occur once. */
  #find(words: string): number {
    const text = canonicalText(this.peer.text)
    const wanted = canonicalWords(words)
    const at = text.indexOf(wanted)
    if (at < 0 || text.indexOf(wanted, at + 1) >= 0) throw new Error(`“${words}” does not occur once in “${text}”`)
    return at
  }
}

/** What a browser hands to the events of the clipboard and of drags; jsdom has none. */
class Transfer {
  readonly files = []
  effectAllowed = 'none'
  readonly #data = new Map<string, string>()

  constructor(text = '') {
    if (text !== '') this.#data.set('text/plain', text)
  }

  getData(type: string): string {
    return this.#data.get(type) ?? ''
  }

  setData(type: string, data: string): void {
    this.#data.set(type, data)
  }

  clearData(): void {
    this.#data.clear()
  }
}
