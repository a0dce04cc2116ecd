import { expect, test } from 'vitest'
import { snapPlacement, snapToGraphemes } from '#/lib/anchor/snap.ts'
import { rng } from '#/lib/text/testing/rng.ts'

const FAMILY = '👨‍👩‍👧'
const FLAGS = '🇷🇺🇺🇦'

test.each<[name: string, text: string, start: number, end: number, snapped: [number, number]]>([
  ['plain letters', 'one two', 1, 3, [1, 3]],
  ['the edges of the text', 'one', 0, 3, [0, 3]],
  ['half a surrogate pair', 'a😀b', 2, 3, [1, 3]],
  ['a letter and its accent', 'e\u0301t', 1, 2, [0, 2]],
  ['the end before an accent', 'cafe\u0301s', 0, 4, [0, 5]],
  ['inside a family', `a ${FAMILY} b`, 4, 6, [2, 2 + FAMILY.length]],
  ['between two flags', FLAGS, 4, 8, [4, 8]],
  ['inside the second flag', FLAGS, 0, 6, [0, 8]],
  ['a flag cut in two', FLAGS, 2, 4, [0, 4]],
  ['Arabic with vowel signs', 'كَتَبَ', 1, 3, [0, 4]],
  ['Devanagari', 'क्षि', 1, 2, [0, 4]],
  ['a line end', 'one\ntwo', 3, 4, [3, 4]],
  ['inside the last of many flags', FLAGS.repeat(40), 0, 318, [0, 320]],
  ['inside the last of many flags after an odd half', `🇷${FLAGS.repeat(40)}`, 0, 320, [0, 320]],
  ['outside the text', 'one', -2, 9, [0, 3]],
])('%s', (_name, text, start, end, snapped) => {
  expect(snapToGraphemes(text, start, end)).toEqual(snapped)
})

test('agrees with segmenting the whole text', () => {
  const pieces = ['a', 'é', 'e\u0301', '😀', FAMILY, '🇷🇺', ' ', '\n', '\u2028', 'كَ', 'क्षि', '👍🏽', '\r', 'й', '한', 'שׁ', '字', 'か\u3099']
  for (let seed = 1; seed <= 200; seed++) {
    const random = rng(seed)
    const text = Array.from({ length: 120 }, () => random.pick(pieces)).join('')
    const edges = [...new Intl.Segmenter('und').segment(text)].map((segment) => segment.index)
    edges.push(text.length)
    const start = random.int(0, text.length - 1)
    const end = random.int(start + 1, text.length)
    expect(snapToGraphemes(text, start, end), `seed ${seed}`).toEqual([
      edges.findLast((edge) => edge <= start),
      edges.find((edge) => edge >= end),
    ])
  }
})

const reader = (text: string) => (from: number, to: number) => text.slice(from, to)

test('a placement is widened, an orphan is left alone', () => {
  expect(snapPlacement(reader('the cafe\u0301'), { state: 'anchored', start: 4, end: 8, survival: 1 })).toEqual({
    state: 'anchored',
    start: 4,
    end: 9,
    survival: 1,
  })
  expect(snapPlacement(reader('e\u0301'), { state: 'orphan', near: 1 })).toEqual({ state: 'orphan', near: 1 })
})
