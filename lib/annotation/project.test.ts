import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { NO_ORIGINAL_WORDS } from '#/lib/anchor/original-words.ts'
import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import { createAnnotation, deleteAnnotation, moveAnchor, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import { NO_FACTS } from '#/lib/annotation/facts.ts'
import { EARLIEST, projectLayer } from '#/lib/annotation/project.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { rng } from '#/lib/text/testing/rng.ts'

const [ME, OTHER, THIRD] = ['1', '2', '3'].map((digit) => newId().replace(/.$/, digit)) as [string, string, string]
const [ACTOR, THEME] = [newId(), newId()]
const NOW = Date.UTC(2026, 5, 1)

function setup(...texts: string[]) {
  const text = createTextDoc(texts.map((words) => ({ type: 'paragraph', spans: [{ text: words }] })))
  const flat = text.getText(TEXT_NAME)
  const layer = new Y.Doc()
  const tag = (words: string, { userId = ME, now = NOW, memo = '' } = {}) => {
    const start = canonicalText(flat).indexOf(words)
    const runs = captureRuns(buildIdIndex(flat), start, start + words.length)
    const quote = captureQuote(canonicalText(flat), start, start + words.length)
    return createAnnotation(
      layer,
      { userId, runs, quote, actors: [{ actorId: ACTOR, role: 'source' }], themes: [{ themeId: THEME, stance: 'opposes' }], memo, now },
      'test',
    )
  }
  return { text, flat, layer, tag, project: () => projectLayer(text, layer, { now: NOW }) }
}

test('an excerpt has its words, their places in both units and what stands around them', () => {
  const { tag, project } = setup('😀 first', 'слово 😀 said', 'end')
  const id = tag('😀 said', { memo: 'note' })
  const { text, excerpts } = project()
  expect(text).toBe('😀 first\nслово 😀 said\nend')
  expect(excerpts).toEqual([
    {
      ...NO_ORIGINAL_WORDS,
      annotationId: id,
      by: ME,
      createdAt: new Date(NOW),
      modifiedAt: new Date(NOW),
      state: 'anchored',
      startUtf16: 15,
      endUtf16: 22,
      startPoint: 14,
      endPoint: 20,
      quote: '😀 said',
      prefix: '😀 first\nслово ',
      suffix: '\nend',
      taggedQuote: '😀 said',
      survival: 1,
      memo: 'note',
      actors: [{ actorId: ACTOR, role: 'source' }],
      themes: [{ themeId: THEME, stance: 'opposes' }],
      facts: NO_FACTS,
      importantTo: [],
    },
  ])
})

test('the slice by code points is the quote, for random texts and passages', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = rng(seed)
    const words = Array.from({ length: 400 }, () => random.pick(['a', 'ж', 'ع', '😀', '👍🏽', ' ', 'é'])).join('')
    const { text, flat, layer, project } = setup(words)
    for (let k = 0; k < 5; k++) {
      const start = random.int(0, words.length - 2)
      const end = random.int(start + 1, words.length)
      const runs = captureRuns(buildIdIndex(flat), start, end)
      createAnnotation(layer, { userId: ME, runs, quote: captureQuote(words, start, end), actors: [], themes: [] }, 'test')
    }
    text.getText(TEXT_NAME).insert(1 + [...words][0]!.length, 'typed 😀 later')
    const result = project()
    const points = [...result.text]
    expect(result.excerpts).toHaveLength(5)
    for (const excerpt of result.excerpts) {
      expect(points.slice(excerpt.startPoint!, excerpt.endPoint!).join(''), `seed ${seed}`).toBe(excerpt.quote)
      expect(result.text.slice(excerpt.startUtf16!, excerpt.endUtf16!), `seed ${seed}`).toBe(excerpt.quote)
      expect(result.text.slice(0, excerpt.startUtf16!).endsWith(excerpt.prefix)).toBe(true)
      expect(result.text.slice(excerpt.endUtf16!).startsWith(excerpt.suffix)).toBe(true)
      expect((excerpt.quote + excerpt.prefix + excerpt.suffix).isWellFormed(), `seed ${seed}`).toBe(true)
    }
  }
})

test('an orphan keeps the words it was put on', () => {
  const { flat, tag, project } = setup('one two three')
  tag('two')
  flat.delete(5, 3)
  expect(project().excerpts).toMatchObject([
    { state: 'orphan', startUtf16: null, endPoint: null, quote: 'two', taggedQuote: 'two', prefix: 'one ', suffix: ' three', survival: 0 },
  ])
})

test('what was deleted, and what refers to text not yet there, is left out', () => {
  const { layer, text, tag } = setup('one two three')
  deleteAnnotation(layer, tag('one'), ME, 'test')
  const kept = tag('two')
  expect(projectLayer(text, layer).excerpts.map((excerpt) => excerpt.annotationId)).toEqual([kept])
  expect(projectLayer(createTextDoc([]), layer).excerpts).toEqual([])
})

test('a moved anchor replaces the first one and its quote', () => {
  const { flat, layer, tag, project } = setup('one two three')
  const id = tag('one')
  moveAnchor(
    layer,
    id,
    { runs: captureRuns(buildIdIndex(flat), 4, 13), quote: captureQuote(canonicalText(flat), 4, 13), how: 'resize' },
    ME,
    'test',
  )
  expect(project().excerpts).toMatchObject([{ quote: 'two three', taggedQuote: 'two three', startUtf16: 4 }])
})

test('clocks that cannot be right are held to the possible', () => {
  const { tag, project } = setup('one two three')
  tag('one', { now: NOW + 1e12 })
  tag('two', { now: -5 })
  const times = project().excerpts.map((excerpt) => excerpt.createdAt.getTime())
  expect(times.sort()).toEqual([EARLIEST, NOW].sort())
})

test('one stance per theme: the one most gave, the author’s when it is even', () => {
  const { layer, tag, project } = setup('one two three')
  const [even, outvoted] = [tag('one'), tag('two')]
  setTheme(layer, even, THEME, 'supports', OTHER, 'test')
  setTheme(layer, outvoted, THEME, 'supports', OTHER, 'test')
  setTheme(layer, outvoted, THEME, 'supports', THIRD, 'test')
  const stances = new Map(project().excerpts.map((excerpt) => [excerpt.annotationId, excerpt.themes]))
  expect(stances.get(even)).toEqual([{ themeId: THEME, stance: 'opposes' }])
  expect(stances.get(outvoted)).toEqual([{ themeId: THEME, stance: 'supports' }])
})

test('memos of several people stand one below the other; nothing holds a NUL', () => {
  const { flat, layer, tag, project } = setup('one two three')
  const id = tag('two three')
  setMemo(layer, id, ME, 'first\0', 'test', NOW)
  setMemo(layer, id, OTHER, 'second', 'test', NOW + 1)
  flat.insert(7, '\0')
  expect(project().excerpts).toMatchObject([{ memo: 'first\ufffd\n\nsecond', quote: 'tw\ufffdo three' }])
})

test('the result does not depend on the order in which changes arrived', () => {
  const { text, layer, tag } = setup('one two three')
  const id = tag('one')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(layer))
  setTheme(other, id, THEME, 'supports', OTHER, 'test')
  setTheme(layer, id, THEME, 'mixed', THIRD, 'test')
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  for (const update of [layer, other]) Y.applyUpdate(a, Y.encodeStateAsUpdate(update))
  for (const update of [other, layer]) Y.applyUpdate(b, Y.encodeStateAsUpdate(update))
  expect(projectLayer(text, a, { now: NOW })).toEqual(projectLayer(text, b, { now: NOW }))
})

test.each(['', 'abc', '😀', `${'a'.repeat(255)}😀${'b'.repeat(300)}`, '😀'.repeat(600), `${'x'.repeat(256)}`])(
  'code point offsets of text %#',
  (text) => {
    const toPoint = codePointOffsets(text)
    for (let offset = 0; offset <= text.length; offset++) {
      if ((text.charCodeAt(offset) & 0xfc00) === 0xdc00) continue
      expect(toPoint(offset)).toBe([...text.slice(0, offset)].length)
    }
  },
)
