import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readAliases } from '#/lib/anchor/alias.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { applyEdition } from '#/lib/edition/apply-edition.ts'
import type { TextBlock } from '#/lib/text/block.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc } from '#/lib/text/testing/peer.ts'

const plain = (text: string): TextBlock[] => text.split('\n').map((line) => ({ type: 'paragraph', spans: line ? [{ text: line }] : [] }))
const words = fc
  .array(fc.constantFrom('one', 'two', 'Сорок', 'سبعة', '😀', 'ten', '-', '.'), { maxLength: 8 })
  .map((list) => list.join(' '))
const span = fc.record(
  { text: words, bold: fc.constant(true as const), href: fc.constantFrom('https://a.example/', 'https://b.example/') },
  { requiredKeys: ['text'] },
)
const block: fc.Arbitrary<TextBlock> = fc.record({
  type: fc.constantFrom('paragraph', 'heading', 'quote'),
  spans: fc.array(span, { maxLength: 3 }),
})
const blocks = fc.array(block, { minLength: 1, maxLength: 6 })

/** What a passage on `words` reads after the text has become another; null when detached. */
function follow(before: string, after: string, passage: string): string | null {
  const doc = cloneDoc(createTextDoc(plain(before)))
  const text = doc.getText(TEXT_NAME)
  const start = before.indexOf(passage)
  const runs = captureRuns(buildIdIndex(text), start, start + passage.length)
  applyEdition(doc, createTextDoc(plain(after)), [{ start, end: start + passage.length }])
  expect(canonicalText(text)).toBe(after)
  const placement = resolveRuns(buildIdIndex(text), runs, readAliases(doc.getMap(ALIAS_NAME)))
  return placement.state === 'anchored' ? after.slice(placement.start, placement.end) : null
}

describe('applyEdition', () => {
  it('makes any text the new edition, words and formats', () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const doc = createTextDoc(before)
        const next = createTextDoc([...after, { type: 'heading', level: 2, spans: [{ text: 'End' }] }])
        applyEdition(doc, next)
        expect(readBlocks(doc.getText(TEXT_NAME))).toEqual(readBlocks(next.getText(TEXT_NAME)))
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing when nothing differs', () => {
    const doc = createTextDoc(plain('One\nTwo'))
    const state = Y.encodeStateVector(doc)
    expect(applyEdition(doc, createTextDoc(plain('One\nTwo'))).ops).toEqual([])
    expect(Y.encodeStateVector(doc)).toEqual(state)
  })

  it('keeps headings and bold when the new edition is plain text', () => {
    const doc = createTextDoc([
      { type: 'heading', level: 1, spans: [{ text: 'Title' }] },
      { type: 'paragraph', spans: [{ text: 'Some ' }, { text: 'words', bold: true }] },
    ])
    applyEdition(doc, createTextDoc(plain('Title\nSome more words')))
    expect(readBlocks(doc.getText(TEXT_NAME))).toEqual([
      { type: 'heading', level: 1, spans: [{ text: 'Title' }] },
      { type: 'paragraph', spans: [{ text: 'Some more ' }, { text: 'words', bold: true }] },
    ])
  })

  const long = 'The delegation left Geneva on Tuesday without a joint statement.'
  it.each([
    ['words kept', `${long}\nMore.`, `New first.\n${long}\nMore.`, 'without a joint', 'without a joint'],
    [
      'a word changed inside',
      long,
      long.replace('Tuesday', 'Wednesday'),
      'left Geneva on Tuesday without',
      'left Geneva on Wednesday without',
    ],
    ['a spelling corrected', 'They recognise it.', 'They recognize it.', 'recognise', 'recognize'],
    ['another word in its place', 'They recognise it.', 'They dispute it.', 'recognise', null],
    [
      'a block moved to the end',
      `${long}\nSecond block here.\nThird block.`,
      `Second block here.\nThird block.\n${long}`,
      'without a joint',
      'without a joint',
    ],
    [
      'two blocks that swapped places',
      'Alpha stands first of all.\nBeta follows it closely.',
      'Beta follows it closely.\nAlpha stands first of all.',
      'stands first',
      'stands first',
    ],
    [
      'a moved block that was edited',
      `${long} It met again.\nSecond block here.\nThird one of them.`,
      `Second block here.\nThird one of them.\nAfter all, ${long} It met later.`,
      'left Geneva on',
      'left Geneva on',
    ],
    ['another last word', long, long.replace('Tuesday', 'Friday'), 'Geneva on Tuesday', 'Geneva on Friday'],
    ['another first word', long, long.replace('Tuesday', 'Friday'), 'Tuesday without a', 'Friday without a'],
    ['another word before it', long, long.replace('Tuesday', 'Friday'), 'without a', 'without a'],
    ['another word after it', long, long.replace('Tuesday', 'Friday'), 'Geneva on', 'Geneva on'],
    ['all its words replaced', long, long.replace('Tuesday', 'Friday'), 'Tuesday', null],
    ['a removed block', `${long}\nSecond block here.`, 'Second block here.', 'left Geneva', null],
    [
      'a repeated block removed once',
      'Refrain of the song.\nMiddle.\nRefrain of the song.',
      'Middle.\nRefrain of the song.',
      'Middle',
      'Middle',
    ],
  ])('follows a passage: %s', (_name, before, after, passage, expected) => {
    expect(follow(before, after, passage)).toBe(expected)
  })
})
