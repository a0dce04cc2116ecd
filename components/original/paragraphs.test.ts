import { expect, test } from 'vitest'
import { textChanges } from '#/lib/diff/diff-text.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { changesIn, type OriginalPiece, type OriginalRange, piecesOf, sectionsOf } from './paragraphs.ts'

const drawn = (text: string, live: string, marked: OriginalRange | null = null) =>
  sectionsOf(text).flatMap((section) => {
    const changes = changesIn(textChanges(text, live), section)
    return section.paragraphs.map((paragraph) => piecesOf(text, paragraph, changes, marked))
  })
const brief = (pieces: OriginalPiece[]) => pieces.map(({ kind, text }) => [kind, text])

test('words that changed stand where they were, with those that took their place', () => {
  expect(drawn('He said seven rockets.\nNobody was hurt.', 'He said nine rockets.\nNobody was hurt.').map(brief)).toEqual([
    [
      ['same', 'He said '],
      ['removed', 'seven'],
      ['added', 'nine'],
      ['same', ' rockets.'],
    ],
    [['same', 'Nobody was hurt.']],
  ])
})

test('a paragraph mark that went is the last piece of its paragraph', () => {
  expect(drawn('one\ntwo', 'one two').map(brief)).toEqual([
    [
      ['same', 'one'],
      ['removed', '\n'],
      ['added', ' '],
    ],
    [['same', 'two']],
  ])
})

test('words added at the very end, and an empty original', () => {
  expect(drawn('one', 'one two').flat().at(-1)).toMatchObject({ kind: 'added', text: ' two' })
  expect(drawn('', 'new').map(brief)).toEqual([[['added', 'new']]])
})

test('the words of a statement are cut out, changed or not', () => {
  const pieces = drawn('He said seven rockets.', 'He said nine rockets.', { start: 3, end: 16 }).flat()
  expect(pieces.map(({ text, marked }) => [text, marked])).toEqual([
    ['He ', false],
    ['said ', true],
    ['seven', true],
    ['nine', false],
    [' ro', true],
    ['ckets.', false],
  ])
})

test('whatever changed, the pieces are the original, each change begins once, and what is added is whole', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = rng(seed)
    const words = (n: number) => Array.from({ length: n }, () => random.pick(['a', 'bb', 'ccc', '\n', '.', 'дом'])).join(' ')
    const text = words(random.int(0, 400))
    let live = text
    for (let i = 0; i < random.int(0, 8); i++) {
      const at = random.int(0, live.length)
      live = live.slice(0, at) + words(random.int(0, 4)) + live.slice(Math.min(live.length, at + random.int(0, 30)))
    }
    const changes = textChanges(text, live)
    const marked = random.chance(0.5) ? { start: random.int(0, text.length), end: random.int(0, text.length) } : null
    const paragraphs = drawn(text, live, marked && marked.start < marked.end ? marked : null)
    const rebuilt = paragraphs.map((pieces) =>
      pieces
        .filter(({ kind }) => kind !== 'added')
        .map((piece) => piece.text.replace(/\n$/, ''))
        .join(''),
    )
    expect(rebuilt.join('\n'), `seed ${seed}`).toBe(text)
    const added = paragraphs.flat().filter(({ kind }) => kind === 'added')
    expect(
      added.map(({ text }) => text),
      `seed ${seed}`,
    ).toEqual(changes.map(({ added }) => added).filter(Boolean))
    const removed = paragraphs.flat().filter(({ kind }) => kind === 'removed')
    expect(removed.map(({ text }) => text).join(''), `seed ${seed}`).toBe(changes.map(({ from, to }) => text.slice(from, to)).join(''))
  }
})
