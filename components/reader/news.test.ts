import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { addActor, createAnnotation, deleteAnnotation, restoreAnnotation } from '#/lib/annotation/commands.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'
import { AnnotationStore } from './annotation-store.ts'
import { News, type NewsSource } from './news.ts'
import { Observable } from './observable.ts'

const SCHEMA = getSchema(editorExtensions())

/** A reader ("me") and the layer as another person has it ("Layla"), whose changes arrive here at once. */
function setUp({ lastVisit = null as number | null, tagsLoaded = true } = {}) {
  const textDoc = createTextDoc([{ type: 'paragraph', spans: [{ text: 'The line rang eleven times on Sunday.' }] }])
  const text = textDoc.getText(TEXT_NAME)
  const [layer, hers] = [new Y.Doc(), new Y.Doc()]
  hers.on('update', (update: Uint8Array) => Y.applyUpdate(layer, update, 'network'))
  layer.on('update', (update: Uint8Array) => Y.applyUpdate(hers, update, 'network'))
  const store = new AnnotationStore(layer, { text, alias: textDoc.getMap(ALIAS_NAME) })
  store.resolve(textToDoc(text, SCHEMA))
  const said: string[] = []
  const ui = new Observable({ activeId: null as string | null, tagsLoaded })
  const source = { layer, store, ui, identity: { userId: 'me' }, announce: (words: string) => said.push(words) }
  const news = new News(source as unknown as NewsSource, lastVisit)
  const tag = (doc: Y.Doc, userId: string, now?: number) => {
    const anchor = { runs: captureRuns(buildIdIndex(text), 4, 8), quote: captureQuote(canonicalText(text), 4, 8) }
    return createAnnotation(doc, { userId, ...anchor, actors: [], themes: [], ...(now && { now }) }, 'test')
  }
  return { layer, hers, store, ui, news, said, tag, state: () => news.state.get() }
}

test('statements of others wait until they are asked for; one’s own do not, in whichever tab they were made', () => {
  const { layer, hers, tag, news, said, state } = setUp()
  const first = tag(hers, 'layla')
  tag(layer, 'me')
  tag(hers, 'me')
  const second = tag(hers, 'layla')
  expect([...state().waiting]).toEqual([first, second])
  expect(news.shownCount).toBe(2)
  expect(said, 'said once, not for every one').toHaveLength(1)
  expect(news.showAll()).toBe(true)
  expect(news.shownCount).toBe(4)
  expect(news.showAll()).toBe(false)
})

test('one that is opened, or deleted again, waits no longer', () => {
  const { hers, ui, tag, state } = setUp()
  const [opened, deleted] = [tag(hers, 'layla'), tag(hers, 'layla')]
  ui.set({ activeId: opened })
  deleteAnnotation(hers, deleted, 'layla', 'test')
  expect([...state().waiting]).toEqual([])
  expect(state().gone).toBeNull()
})

test('what others change in the open statement is told, several changes of one person as one; one’s own are not', () => {
  const { layer, hers, store, ui, tag, news, state } = setUp()
  const id = tag(layer, 'me')
  ui.set({ activeId: id })
  addActor(layer, id, 'mine', 'source', 'me', 'test')
  const before = store.get(id)!.annotation
  addActor(hers, id, 'a', 'recipient', 'layla', 'test')
  addActor(hers, id, 'b', 'mentioned', 'layla', 'test')
  expect(state().changes).toEqual([{ by: 'layla', before, after: store.get(id)!.annotation }])
  expect(state().changes[0]!.before.actors).toHaveLength(1)
  ui.set({ activeId: null })
  expect(state().changes).toEqual([])
  addActor(hers, id, 'c', 'mentioned', 'layla', 'test')
  expect(state().changes, 'it is not open').toEqual([])
  news.destroy()
})

test('the open statement that somebody deletes stays until it is back or left', () => {
  const { layer, hers, ui, tag, state } = setUp()
  const id = tag(layer, 'me')
  ui.set({ activeId: id })
  deleteAnnotation(hers, id, 'layla', 'test')
  expect(state().gone).toMatchObject({ annotation: { id }, by: 'layla' })
  restoreAnnotation(layer, id, 'test')
  expect(state().gone).toBeNull()
  deleteAnnotation(hers, id, 'layla', 'test')
  ui.set({ activeId: null })
  expect(state().gone).toBeNull()
})

test('since the last visit: what others made or changed afterwards is unseen until it is looked at', () => {
  const { layer, hers, ui, tag, news, state } = setUp({ lastVisit: 1_000, tagsLoaded: false })
  const old = tag(hers, 'layla', 900)
  const fresh = tag(hers, 'layla', 1_100)
  tag(layer, 'me', 1_200)
  expect([...state().waiting], 'what arrives with the document is no news').toEqual([])
  ui.set({ tagsLoaded: true })
  expect([...state().unseen]).toEqual([fresh])
  addActor(hers, old, 'a', 'source', 'layla', 'test')
  expect([...state().unseen]).toEqual([fresh, old])
  news.see(fresh)
  expect([...state().unseen]).toEqual([old])
})

test('on a first visit nothing is marked', () => {
  const { hers, ui, tag, state } = setUp({ tagsLoaded: false })
  tag(hers, 'layla', 900)
  ui.set({ tagsLoaded: true })
  expect([...state().unseen]).toEqual([])
})
