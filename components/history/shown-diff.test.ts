import { expect, test } from 'vitest'
import { diffText } from '#/lib/diff/diff-text.ts'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { type DiffBlock, diffBlocks } from './diff-blocks.ts'
import { diffPlaces } from './diff-place.ts'
import { foldUnchanged } from './fold-unchanged.ts'
import { shownDiff } from './shown-diff.ts'

const paragraph = (text: string): TextBlock => ({ type: 'paragraph', spans: text ? [{ text }] : [] })

function compare(before: TextBlock[], after: TextBlock[]) {
  return shownDiff(diffBlocks(diffText(blocksText(before), blocksText(after))), before, after, [])
}

/** A diff as text: [-gone-], {+come+}, ¶ for an end of a block that is in one text only. */
function spell(blocks: ReturnType<typeof compare>): string[] {
  return blocks.map(({ runs }) =>
    runs.map(({ text, change }) => (change === 'removed' ? `[-${text}-]` : change === 'added' ? `{+${text}+}` : text)).join(''),
  )
}

test.each([
  ['a word', 'The line was open.', 'The line was closed.', ['The line was [-open-]{+closed+}.']],
  ['a paragraph that went', 'One here.\nTwo there.\nThree.', 'One here.\nThree.', ['One here.', '[-Two there.-]', 'Three.']],
  ['a last paragraph that came', 'One here.', 'One here.\nTwo there.', ['One here.', '{+Two there.+}']],
  ['paragraphs that were joined', 'One here.\nTwo there.', 'One here. Two there.', ['One here.[-¶-]', '{+ +}Two there.']],
  ['a paragraph that was cut', 'One here. Two there.', 'One here.\nTwo there.', ['One here.[- -]{+¶+}', 'Two there.']],
])('%s', (_, before, after, shown) => {
  const blocks = (text: string) => text.split('\n').map(paragraph)
  expect(spell(compare(blocks(before), blocks(after)))).toEqual(shown)
})

test('both texts can be read off their comparison, whatever changed', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = rng(seed)
    const text = () => Array.from({ length: random.int(0, 30) }, () => random.pick(['one ', 'two ', 'line. ', '\n', 'ш'])).join('')
    const before = text()
    const after = random.chance(0.3) ? text() : before.replace('two', 'three').replace(/\n/, random.pick(['', '\n\n', ' ']))
    const parts = diffText(before, after)
    const diff = diffBlocks(parts)
    const read = (other: 'added' | 'removed') => {
      const lines = diff.map(
        ({ runs, end }) => runs.map(({ kind, text }) => (kind === other ? '' : text)).join('') + (end === other ? '' : '\n'),
      )
      return lines.join('').slice(0, -1)
    }
    expect(read('added'), `seed ${seed}: before`).toBe(before)
    expect(read('removed'), `seed ${seed}: after`).toBe(after)
    expectPlaces(diff, before, after, seed)
  }
})

function expectPlaces(diff: DiffBlock[], before: string, after: string, seed: number) {
  const place = diffPlaces(diff)
  for (const { runs } of diff) {
    for (const run of runs) {
      if (run.kind !== 'added') {
        expect(before.slice(run.before, run.before + run.text.length), `seed ${seed}`).toBe(run.text)
        expect(place('before', run.before), `seed ${seed}`).toBe(run.at)
      }
      if (run.kind !== 'removed') {
        expect(after.slice(run.after, run.after + run.text.length), `seed ${seed}`).toBe(run.text)
        expect(place('after', run.after), `seed ${seed}`).toBe(run.at)
      }
    }
  }
}

test('blocks keep their kind and formatting, and one that only changed its kind says so', () => {
  const before: TextBlock[] = [{ type: 'heading', level: 2, spans: [{ text: 'How it began' }] }, paragraph('It rang once.')]
  const after: TextBlock[] = [
    { type: 'heading', level: 2, spans: [{ text: 'How it ' }, { text: 'began', bold: true }] },
    { type: 'quote', spans: [{ text: 'It rang once.' }] },
  ]
  const shown = compare(before, after)
  expect(shown.map(({ kind }) => kind)).toEqual([{ type: 'heading', level: 2 }, { type: 'quote' }])
  expect(shown[0]?.runs).toEqual([{ text: 'How it ' }, { text: 'began', bold: true }])
  expect(shown.map(({ isChanged, note }) => [isChanged, note])).toEqual([
    [false, undefined],
    [true, 'Paragraph before'],
  ])
})

test('long unchanged stretches are folded, with a block of context beside each change', () => {
  const blocks = (changes: string) => [...changes].map((letter) => ({ isChanged: letter === 'x' }))
  const folds = (changes: string) =>
    foldUnchanged(blocks(changes)).map(({ from, to, isFolded }) => `${from}-${to}${isFolded ? ' folded' : ''}`)
  expect(folds('x')).toEqual(['0-1'])
  expect(folds('....x....')).toEqual(['0-3 folded', '3-6', '6-9 folded'])
  expect(folds('x....x')).toEqual(['0-6'])
  expect(folds('x.....x')).toEqual(['0-2', '2-5 folded', '5-7'])
  expect(folds('.....')).toEqual(['0-5 folded'])
  expect(folds('')).toEqual([])
})
