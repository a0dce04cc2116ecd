// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { toPos } from '#/lib/text/positions.ts'
import { cloneDoc, exchange, openPeer, type Peer, pressKey } from '#/lib/text/testing/peer.ts'

const TEXT = ['It began in spring.', 'On Monday Russia said the talks had failed.', 'Nobody answered.', 'The end.']
const PASSAGE = 'Russia said the talks'

let editor: Peer
let reader: Peer
let runs: IdRun[]

beforeEach(() => {
  const source = createTextDoc(TEXT.map((text) => ({ type: 'paragraph', spans: [{ text }] })))
  editor = openPeer(cloneDoc(source))
  reader = openPeer(cloneDoc(source))
  const start = canonicalText(reader.text).indexOf(PASSAGE)
  runs = captureRuns(buildIdIndex(reader.text), start, start + PASSAGE.length)
})
afterEach(() => {
  editor.destroy()
  reader.destroy()
})

/** The passage's words as a reader sees them who loads the stored text, or its state when it has none. */
function passage(): string {
  exchange(editor.doc, reader.doc)
  const words = [editor.doc, reader.doc, cloneDoc(editor.doc)].map((doc) => {
    const placement = resolveRuns(buildIdIndex(doc.getText(TEXT_NAME)), runs, readAliases(doc.getMap(ALIAS_NAME)))
    return placement.state === 'anchored' ? canonicalText(doc.getText(TEXT_NAME)).slice(placement.start, placement.end) : placement.state
  })
  expect(new Set(words).size).toBe(1)
  return words[0]!
}

/** Document position at some words, or after them. */
function at(words: string, after = false): number {
  const offset = canonicalText(editor.text).indexOf(words)
  expect(offset, words).toBeGreaterThanOrEqual(0)
  return toPos(editor.editor.state.doc, offset + 1 + (after ? words.length : 0))
}

function select(words: string): void {
  editor.editor.commands.setTextSelection({ from: at(words), to: at(words, true) })
}

/** Types key by key at the selection, as the browser does. */
function type(words: string): void {
  for (const key of words) editor.editor.view.dispatch(editor.editor.state.tr.insertText(key))
}

const press = (key: string) => pressKey(editor, key)

/** Backspace inside a block is the browser's work: it deletes a character. */
function backspace(count: number): void {
  for (let i = 0; i < count; i++) {
    const { from } = editor.editor.state.selection
    editor.editor.view.dispatch(editor.editor.state.tr.delete(from - 1, from))
  }
}

function deleteForward(): void {
  const { from } = editor.editor.state.selection
  editor.editor.view.dispatch(editor.editor.state.tr.delete(from, from + 1))
}

const edit = (action: () => unknown) => action
const caret = (words: string, after = false) => editor.editor.commands.setTextSelection(at(words, after))

test.each<[name: string, expected: string, action: () => unknown]>([
  ['words typed inside', 'Russia now said the talks', edit(() => [caret('said'), type('now ')])],
  ['words typed right before', PASSAGE, edit(() => [caret('Russia'), type('when ')])],
  ['words typed right after', PASSAGE, edit(() => [caret('talks', true), type(', again,')])],
  ['a paragraph split inside', 'Russia \nsaid the talks', edit(() => [caret('said'), press('Enter')])],
  ['a paragraph split before', PASSAGE, edit(() => [caret('Russia'), press('Enter')])],
  ['the paragraph joined to the one before', PASSAGE, edit(() => [caret('On Monday'), press('Backspace')])],
  ['the next paragraph joined to it', PASSAGE, edit(() => [caret('failed.', true), press('Delete')])],
  ['a heading', PASSAGE, edit(() => [caret('Russia'), editor.editor.commands.setHeading({ level: 2 })])],
  ['a list item, further in', PASSAGE, edit(() => [caret('Russia'), editor.editor.commands.toggleList('ordered'), press('Tab')])],
  ['a quote', PASSAGE, edit(() => [caret('Russia'), editor.editor.commands.toggleQuote()])],
  ['bold across its start', PASSAGE, edit(() => [select('Monday Russia'), editor.editor.commands.toggleBold()])],
  ['a link on a part', PASSAGE, edit(() => [select('the talks'), editor.editor.commands.setLink({ href: 'https://example.org' })])],
  ['a line break inside', 'Russia \u2028said the talks', edit(() => [caret('said'), press('Shift-Enter')])],
  ['words deleted inside', 'Russia the talks', edit(() => [select('said '), press('Backspace')])],
  ['its first words deleted', 'the talks', edit(() => [select('Russia said '), press('Backspace')])],
  ['its last words deleted with some after', 'Russia said', edit(() => [select(' the talks had'), press('Backspace')])],
  ['all its words deleted', 'orphan', edit(() => [select(PASSAGE), press('Backspace')])],
  ['its paragraph and the next deleted', 'orphan', edit(() => [select(`${TEXT[1]}\n${TEXT[2]}`), press('Delete')])],
  ['all its words deleted, undone', PASSAGE, edit(() => [select(PASSAGE), press('Backspace'), editor.undo.undo()])],
  [
    'all its words deleted, undone, redone',
    'orphan',
    edit(() => [select(PASSAGE), press('Backspace'), editor.undo.undo(), editor.undo.redo()]),
  ],
  [
    'all deleted, undone, redone, undone',
    PASSAGE,
    edit(() => [select(PASSAGE), press('Backspace'), editor.undo.undo(), editor.undo.redo(), editor.undo.undo()]),
  ],
  ['a split undone', PASSAGE, edit(() => [caret('said'), press('Enter'), editor.undo.undo()])],
  ['its last word retyped', 'Russia said the negotiations', edit(() => [select('talks'), type('negotiations')])],
  ['its last word retyped with the same beginning', 'Russia said the talents', edit(() => [select('talks'), type('talents')])],
  [
    'its last word taken back key by key and typed again',
    'Russia said the round',
    edit(() => [caret('talks', true), backspace(5), type('round')]),
  ],
  [
    'its last word retyped twice',
    'Russia said the round',
    edit(() => [select('talks'), type('meeting'), select('meeting'), type('round')]),
  ],
  [
    'its last word retyped, then its first letter',
    'Russia said the Meeting',
    edit(() => [select('talks'), type('meeting'), caret('meeting'), deleteForward(), type('M')]),
  ],
  ['its last word retyped, undone', PASSAGE, edit(() => [select('talks'), type('x'), editor.undo.undo()])],
  [
    'its last word retyped, undone, redone',
    'Russia said the x',
    edit(() => [select('talks'), type('x'), editor.undo.undo(), editor.undo.redo()]),
  ],
  [
    'its last word taken back while others type before it, and typed again',
    'Russia said the round',
    edit(() => {
      caret('talks', true)
      backspace(5)
      exchange(editor.doc, reader.doc)
      reader.editor.view.dispatch(reader.editor.state.tr.insertText('So ', 2))
      exchange(editor.doc, reader.doc)
      type('round')
    }),
  ],
  ['its first word retyped', 'Moscow said the talks', edit(() => [select('Russia'), type('Moscow')])],
  [
    'its first word taken back key by key and typed again',
    'Kyiv said the talks',
    edit(() => [caret('Russia', true), backspace(6), type('Kyiv')]),
  ],
  ['all its words retyped', 'Kyiv denied it', edit(() => [select(PASSAGE), type('Kyiv denied it')])],
  ['replaced together with words before', 'orphan', edit(() => [select(`Monday ${PASSAGE}`), type('Tuesday nothing happened; it')])],
  ['replaced together with words after', 'orphan', edit(() => [select(`${PASSAGE} had`), type('nothing')])],
  [
    'a correction, then words typed elsewhere',
    'Russia said the negotiations',
    edit(() => [select('talks'), type('negotiations'), caret('failed'), type('all ')]),
  ],
  [
    'words typed where earlier words were deleted by others',
    'Russia said the',
    edit(() => {
      select(' talks')
      press('Backspace')
      exchange(editor.doc, reader.doc)
      reader.editor.view.dispatch(
        reader.editor.state.tr.insertText('?', toPos(reader.editor.state.doc, canonicalText(reader.text).indexOf('the had') + 4)),
      )
    }),
  ],
  [
    'a paragraph dragged',
    PASSAGE,
    edit(() => {
      const { tr, doc } = editor.editor.state
      const $pos = doc.resolve(at('Russia'))
      const target = doc.resolve(at('The end.')).before()
      tr.insert(target, $pos.parent).delete($pos.before(), $pos.after())
      editor.editor.view.dispatch(tr.setMeta('uiEvent', 'drop'))
    }),
  ],
  [
    'a paragraph cut and pasted',
    PASSAGE,
    edit(() => {
      select(TEXT[1]!)
      const slice = editor.editor.state.selection.content()
      editor.editor.view.dispatch(editor.editor.state.tr.deleteSelection().setMeta('uiEvent', 'cut'))
      const end = at('The end.')
      editor.editor.view.dispatch(editor.editor.state.tr.setSelection(TextSelection.create(editor.editor.state.doc, end)))
      editor.editor.view.dispatch(editor.editor.state.tr.replaceSelection(slice).setMeta('uiEvent', 'paste'))
    }),
  ],
])('%s: "%s"', (_name, expected, action) => {
  action()
  expect(passage()).toBe(expected)
})

test('an annotation that arrives before its text is pending, not an orphan', () => {
  caret('said')
  type('now ')
  const start = canonicalText(editor.text).indexOf('now')
  const typed = captureRuns(buildIdIndex(editor.text), start, start + 3)
  const elsewhere = () => resolveRuns(buildIdIndex(reader.text), typed, readAliases(reader.alias))
  expect(elsewhere()).toEqual({ state: 'pending' })
  exchange(editor.doc, reader.doc)
  expect(elsewhere()).toMatchObject({ state: 'anchored', survival: 1 })
})

test('an orphan knows where its words stood', () => {
  const start = canonicalText(editor.text).indexOf(PASSAGE)
  select(PASSAGE)
  press('Backspace')
  expect(resolveRuns(buildIdIndex(editor.text), runs, readAliases(editor.alias))).toEqual({ state: 'orphan', near: start })
})

test('survival is the share of the tagged characters still alive', () => {
  select('Russia said ')
  press('Backspace')
  expect(resolveRuns(buildIdIndex(editor.text), runs, readAliases(editor.alias))).toMatchObject({ survival: 9 / PASSAGE.length })
})

test('last words replaced while the text is tidied by nobody', () => {
  select('talks')
  press('Backspace')
  // As when doubled words are removed elsewhere: local, and no doing of the person.
  editor.doc.transact(() => editor.text.delete(1, 3))
  type('round')
  expect(passage()).toBe('Russia said the round')
})

test('its last word taken back after a line break behind it, and typed anew', () => {
  editor.editor.commands.setTextSelection(at('talks', true))
  const caret = editor.editor.state.selection.from
  press('Shift-Enter')
  editor.editor.commands.setTextSelection({ from: caret, to: caret + 1 })
  press('Backspace')
  select('talks')
  press('Backspace')
  type('round')
  expect(passage()).toBe('Russia said the round')
})

test('two words deleted that others’ deletion brought together are replaced each on its own', () => {
  select(' failed')
  press('Backspace')
  exchange(editor.doc, reader.doc)
  const had = canonicalText(reader.text).indexOf(' had') + 1
  reader.doc.transact(() => reader.text.delete(had, ' had'.length))
  exchange(editor.doc, reader.doc)
  select('talks')
  press('Backspace')
  type('round')
  expect(passage()).toBe('Russia said the round')
})
