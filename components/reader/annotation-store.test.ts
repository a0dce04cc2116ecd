import { getSchema } from '@tiptap/core'
import { Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { addActor, createAnnotation, deleteAnnotation, moveAnchor, restoreAnnotation, setTheme } from '#/lib/annotation/commands.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { toPos } from '#/lib/text/positions.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'
import { TextUndo } from '#/lib/text/text-undo.ts'
import { AnnotationStore } from './annotation-store.ts'

const SCHEMA = getSchema(editorExtensions())
const WORDS = ['The line rang eleven times on Sunday.', 'Nobody said who had called.']

/** A text of two paragraphs, an empty layer, and a store that shows them. */
function setUp() {
  const textDoc = createTextDoc(WORDS.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  const text = textDoc.getText(TEXT_NAME)
  const layer = new Y.Doc()
  const store = new AnnotationStore(layer, { text, alias: textDoc.getMap(ALIAS_NAME) })
  const doc = () => textToDoc(text, SCHEMA)
  const anchor = (words: string) => {
    const canonical = canonicalText(text)
    const start = canonical.indexOf(words)
    return {
      runs: captureRuns(buildIdIndex(text), start, start + words.length),
      quote: captureQuote(canonical, start, start + words.length),
    }
  }
  const tag = (words: string) =>
    createAnnotation(layer, { userId: 'me', ...anchor(words), actors: [], themes: [{ themeId: 't', stance: 'neutral' }] }, 'test')
  const wordsOf = (id: string) => {
    const { row, state } = store.get(id)!
    return state === 'anchored' ? doc().textBetween(store.positions.from[row]!, store.positions.to[row]!, '\n') : state
  }
  return { textDoc, text, layer, store, doc, anchor, tag, wordsOf }
}

test('statements that are there already are placed when the text is shown', () => {
  const { store, doc, tag, wordsOf } = setUp()
  const id = tag('eleven times')
  expect(store.get(id)?.state).toBe('pending')
  expect(store.size).toBe(0)
  store.resolve(doc())
  expect(wordsOf(id)).toBe('eleven times')
  expect(store.size).toBe(1)
})

test('a new statement is placed at once, also across paragraphs, and everybody is told once', () => {
  const { store, doc, tag, wordsOf } = setUp()
  store.resolve(doc())
  let told = 0
  store.subscribe(() => told++)
  const id = tag('Sunday.\nNobody')
  expect(wordsOf(id)).toBe('Sunday.\nNobody')
  expect(told).toBe(1)
})

test('statements are in document order, longer ones first where they begin together', () => {
  const { store, doc, tag } = setUp()
  store.resolve(doc())
  const [later, short, long] = [tag('who had called'), tag('The line'), tag('The line rang')]
  expect(store.arrange().map(({ passage }) => passage.annotation.id)).toEqual([long, short, later])
  expect(store.arrange().map(({ slots }) => slots)).toEqual([[0], [1], [0]])
})

test('a tag that is added or a statement that is deleted and restored is followed', () => {
  const { store, doc, layer, tag, wordsOf } = setUp()
  store.resolve(doc())
  const id = tag('Nobody')
  addActor(layer, id, 'a', 'source', 'you', 'test')
  expect(store.get(id)?.annotation.actors).toEqual([{ actorId: 'a', role: 'source', by: ['you'] }])
  deleteAnnotation(layer, id, 'me', 'test')
  expect(store.get(id)).toBeUndefined()
  expect(store.arrange()).toEqual([])
  restoreAnnotation(layer, id, 'test')
  expect(wordsOf(id)).toBe('Nobody')
})

test('tags of merged entries are shown as tags of what stands for them, also those that come later, until the merge is undone', () => {
  const { store, doc, layer, tag } = setUp()
  store.resolve(doc())
  const id = tag('Nobody')
  const themes = () => store.get(id)!.annotation.themes.map(({ themeId, by }) => [themeId, ...by])
  let told = 0
  store.subscribe(() => told++)
  store.setMerged({ t: 'other' })
  expect(themes()).toEqual([['other', 'me']])
  store.setMerged({ t: 'other' })
  expect(told).toBe(1)
  setTheme(layer, id, 't', 'neutral', 'you', 'test')
  expect(themes()).toEqual([['other', 'me', 'you']])
  store.setMerged({})
  expect(themes()).toEqual([['t', 'me', 'you']])
})

test('a resized statement moves to its new words', () => {
  const { store, doc, layer, anchor, tag, wordsOf } = setUp()
  store.resolve(doc())
  const id = tag('Nobody')
  moveAnchor(layer, id, { ...anchor('Nobody said'), how: 'resize' }, 'me', 'test')
  expect(wordsOf(id)).toBe('Nobody said')
})

test('edits shift passages through step maps to where the anchors are', () => {
  const { store, text, doc, tag, wordsOf } = setUp()
  store.resolve(doc())
  const id = tag('eleven times')
  const before = doc()
  const at = toPos(before, 1)
  const change = new Transform(before).insert(at, SCHEMA.text('Yes: '))
  text.insert(1, 'Yes: ')
  store.map(change.mapping.maps, change.doc)
  expect(wordsOf(id)).toBe('eleven times')
  const shifted = [...store.positions.from.slice(0, 1), ...store.positions.to.slice(0, 1)]
  store.resolve(doc())
  expect([...store.positions.from.slice(0, 1), ...store.positions.to.slice(0, 1)]).toEqual(shifted)
})

test('deleted words leave an orphan with its last words; words that come back bring it back', () => {
  const { store, textDoc, text, doc, tag, wordsOf } = setUp()
  store.resolve(doc())
  const id = tag('eleven')
  const undo = new TextUndo(text, textDoc.getMap(ALIAS_NAME), [null])
  text.delete(1 + WORDS[0]!.indexOf('eleven'), 'eleven'.length)
  store.resolve(doc())
  expect(store.orphans().map(({ annotation }) => annotation.quote.exact)).toEqual(['eleven'])
  expect(store.arrange()).toEqual([])
  undo.undo()
  store.resolve(doc())
  expect(wordsOf(id)).toBe('eleven')
})

test('statements about words that have not arrived are shown nowhere until they have', () => {
  const writer = setUp()
  const id = writer.tag('Nobody')
  const textDoc = new Y.Doc()
  const text = textDoc.getText(TEXT_NAME)
  const layer = new Y.Doc()
  const store = new AnnotationStore(layer, { text, alias: textDoc.getMap(ALIAS_NAME) })
  Y.applyUpdate(layer, Y.encodeStateAsUpdate(writer.layer))
  store.resolve(textToDoc(text, SCHEMA))
  expect(store.get(id)?.state).toBe('pending')
  Y.applyUpdate(textDoc, Y.encodeStateAsUpdate(writer.textDoc))
  store.resolve(textToDoc(text, SCHEMA))
  expect(store.get(id)?.state).toBe('anchored')
})

test('a store that was put away hears nothing more', () => {
  const { store, doc, tag } = setUp()
  store.resolve(doc())
  store.destroy()
  expect(store.get(tag('Nobody'))).toBeUndefined()
})
