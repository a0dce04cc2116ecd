import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { addActor, createAnnotation, removeTheme, setFact, setImportant, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc } from '#/lib/text/testing/peer.ts'
import { compareStates } from '#/lib/version/compare-states.ts'

const USER = newId()
const [MOSCOW, HOTLINE] = [newId(), newId()]

function desk() {
  const text = createTextDoc([{ type: 'paragraph', spans: [{ text: 'Moscow said the line is open. Nobody answered.' }] }])
  const layer = new Y.Doc()
  const flat = text.getText(TEXT_NAME)
  return {
    text,
    layer,
    flat,
    tag(words: string): string {
      const canonical = canonicalText(flat)
      const start = canonical.indexOf(words)
      const end = start + words.length
      const passage = { runs: captureRuns(buildIdIndex(flat), start, end), quote: captureQuote(canonical, start, end) }
      return createAnnotation(layer, { userId: USER, ...passage, actors: [], themes: [{ themeId: HOTLINE, stance: 'neutral' }] }, 'test')
    },
    copy: () => ({ text: cloneDoc(text), layers: [cloneDoc(layer)] }),
  }
}

test('tags, memo and facts of a statement that both states have are told apart', () => {
  const { layer, tag, copy } = desk()
  const id = tag('line')
  const before = copy()
  addActor(layer, id, MOSCOW, 'source', USER, 'test')
  setTheme(layer, id, HOTLINE, 'supports', USER, 'test')
  setMemo(layer, id, USER, 'check', 'test')
  setImportant(layer, id, USER, true, 'test')
  setFact(layer, id, 'place', 'Sochi', USER, 'test')
  expect(compareStates(before, copy()).statements).toEqual([
    {
      annotationId: id,
      kind: 'changed',
      by: USER,
      before: 'line',
      after: 'line',
      actorsAdded: [`${MOSCOW}|source`],
      actorsRemoved: [],
      themesAdded: [`${HOTLINE}|supports`],
      themesRemoved: [`${HOTLINE}|neutral`],
      fields: ['memo', 'important', 'place'],
    },
  ])
  expect(compareStates(copy(), before).statements).toMatchObject([
    { actorsRemoved: [`${MOSCOW}|source`], fields: ['memo', 'important', 'place'] },
  ])
})

test('a passage whose words were edited, one whose words are gone, and one that only moved', () => {
  const { flat, tag, copy } = desk()
  const [line, gone] = [tag('the line'), tag('Nobody answered')]
  tag('open')
  const before = copy()
  flat.delete(flat.length - ' Nobody answered.'.length, ' Nobody answered.'.length)
  flat.insert(canonicalText(flat).indexOf('line') + 1, 'red ')
  const { statements, counts, text } = compareStates(before, copy())
  expect(statements.map(({ annotationId, before, after }) => ({ annotationId, before, after }))).toEqual([
    { annotationId: line, before: 'the line', after: 'the red line' },
    { annotationId: gone, before: 'Nobody answered', after: null },
  ])
  expect(counts).toMatchObject({ passagesChanged: 2, passagesAdded: 0, passagesRemoved: 0, wordsAdded: 1, wordsRemoved: 2 })
  const joined = (kind: string) => text.filter((part) => part.kind === 'same' || part.kind === kind).map((part) => part.text)
  expect(joined('removed').join('')).toBe(canonicalText(before.text.getText(TEXT_NAME)))
  expect(joined('added').join('')).toBe(canonicalText(flat))
})

test('equal states differ in nothing', () => {
  const { layer, tag, copy } = desk()
  const id = tag('open')
  removeTheme(layer, id, HOTLINE, USER, 'test')
  const { statements, counts, text } = compareStates(copy(), copy())
  expect(statements).toEqual([])
  expect(Object.values(counts).every((count) => count === 0)).toBe(true)
  expect(text).toEqual([{ kind: 'same', text: 'Moscow said the line is open. Nobody answered.' }])
})
