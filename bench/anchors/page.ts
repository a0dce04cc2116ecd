// What runs in Chromium: an editor on one of the two documents, timed around each thing a person or the network does.
import { Editor, Extension, type Extensions, Node } from '@tiptap/core'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { AnnotationStore } from '#/components/reader/annotation-store.ts'
import { paint, passagesPlugin } from '#/components/reader/decorations.ts'
import { FlatBinding } from '#/lib/text/binding.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { allBlocks } from '#/lib/text/positions.ts'
import { TextUndo } from '#/lib/text/text-undo.ts'
import { XML_NAME } from './xml-document.ts'

export type Setting = 'ours' | 'ours-annotated' | 'y-tiptap'

export interface Timing {
  /** From the update's bytes to an editor whose first frame is painted, ms. */
  open: number
  /** Script of one key typed in the middle of the document, ms each. */
  local: number[]
  /** Script of one key of somebody else, anywhere, ms each. */
  remote: number[]
}

const KEYS = 60
const REMOTE_KEYS = 40
/** Painted around the caret, as the reader paints what is in sight: UTF-16 units on either side. */
const IN_SIGHT = 6000

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer())

/** A frame has been painted: the task after the next frame's callbacks. */
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(0)
    }),
  )

async function measure(setting: Setting): Promise<Timing> {
  const [text, layer] = [
    await bytes(setting === 'y-tiptap' ? '/xml' : '/flat'),
    setting === 'ours-annotated' ? await bytes('/layer') : null,
  ]
  const element = document.querySelector('main') as HTMLElement
  await painted()
  const start = performance.now()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, text)
  const editor = setting === 'y-tiptap' ? openStock(doc, element) : await openOurs(doc, layer, element)
  await painted()
  const open = performance.now() - start
  const middle = caretInTheMiddle(editor)
  const local: number[] = []
  for (let i = 0; i < KEYS; i++) {
    const before = performance.now()
    editor.view.dispatch(editor.state.tr.insertText('x', middle + i))
    local.push(performance.now() - before)
    await painted()
  }
  const updates = remoteKeys(doc, setting)
  const remote: number[] = []
  for (const update of updates) {
    const before = performance.now()
    Y.applyUpdate(doc, update, 'remote')
    remote.push(performance.now() - before)
    await painted()
  }
  return { open, local, remote }
}

function caretInTheMiddle(editor: Editor): number {
  let middle = 0
  let blocks = 0
  editor.state.doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    if (++blocks === 1000) middle = pos + 60
    return false
  })
  editor.commands.focus(middle)
  editor.view.dispatch(editor.state.tr.scrollIntoView())
  return middle
}

async function openOurs(doc: Y.Doc, layerBytes: Uint8Array | null, element: HTMLElement): Promise<Editor> {
  const text = doc.getText(TEXT_NAME)
  const alias = doc.getMap(ALIAS_NAME)
  const binding = new FlatBinding(text, alias)
  const layer = new Y.Doc()
  if (layerBytes) Y.applyUpdate(layer, layerBytes)
  const store = layerBytes ? new AnnotationStore(layer, { text, alias }) : null
  const plugins = [binding.plugin(), ...(store ? [passagesPlugin((maps, pm) => store.map(maps, pm))] : [])]
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: [...editorExtensions(), Extension.create({ name: 'bench', addProseMirrorPlugins: () => plugins })],
  })
  new TextUndo(text, alias, [binding])
  if (store) {
    store.resolve(editor.state.doc)
    const middle = allBlocks(editor.state.doc)[1000]!.pos
    const { positions } = store
    const passages = store
      .arrange()
      .map(({ passage: { row, annotation }, slots }) => ({
        id: annotation.id,
        from: positions.from[row]!,
        to: positions.to[row]!,
        hues: [1],
        slots,
        noted: false,
      }))
      .filter(({ from, to }) => to > middle - IN_SIGHT && from < middle + IN_SIGHT)
    paint(editor.view, { passages, focus: null, activeId: null, pending: null, hits: [], hints: [], flashId: null })
  }
  return editor
}

/** The same schema without sections, which the stock binding would write into the document. */
function openStock(doc: Y.Doc, element: HTMLElement): Editor {
  const without = ['doc', 'section', 'sections', 'listNumbers', 'flatText', 'flatKeys', 'flatInput', 'flatPaste']
  const extensions: Extensions = [
    Node.create({ name: 'doc', topNode: true, content: 'block+' }),
    ...editorExtensions().filter(({ name }) => !without.includes(name)),
    Extension.create({ name: 'stock', addProseMirrorPlugins: () => [ySyncPlugin(doc.getXmlFragment(XML_NAME))] }),
  ]
  return new Editor({ element, injectCSS: false, extensions })
}

/** Keys that somebody else has typed at random places, as updates. */
function remoteKeys(doc: Y.Doc, setting: Setting): Uint8Array[] {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < REMOTE_KEYS; i++) {
    const share = ((i * 7919) % 997) / 997
    if (setting === 'y-tiptap') {
      const fragment = other.getXmlFragment(XML_NAME)
      const paragraph = fragment.get(Math.floor(share * fragment.length)) as Y.XmlElement
      ;(paragraph.get(0) as Y.XmlText).insert(40, 'r')
    } else {
      const text = other.getText(TEXT_NAME)
      text.insert(1 + Math.floor(share * (text.length - 2)), 'r')
    }
  }
  return updates
}

Object.assign(window, { measure })
