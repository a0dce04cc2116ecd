import { expect, test } from 'vitest'
import { rng } from '#/lib/text/testing/rng.ts'
import { areCopies, copyPairs } from './copies.ts'

const WIRE =
  'The Russian Defence Ministry said on Monday that coordinates of two positions had been passed to the American side a day earlier.'

test.each([
  ['the same words', WIRE],
  ['in capitals, with other punctuation', WIRE.toUpperCase().replace('.', ' …')],
  ['a part of it', 'coordinates of two positions had been passed to the American side a day earlier'],
  ['one word changed', WIRE.replace('Monday', 'Tuesday')],
  ['cut into the words of the outlet', `MOSCOW (Meridian) — ${WIRE} The command declined to comment.`],
])('copies: %s', (_, other) => {
  expect(areCopies(WIRE, other)).toBe(true)
})

test.each([
  [
    'the same matter in other words',
    'Moscow handed Washington the location of two targets the day before, according to the ministry in the capital.',
  ],
  ['few words', 'the American side'],
  ['nothing', ''],
  ['words in another order', WIRE.split(' ').reverse().join(' ')],
])('no copies: %s', (_, other) => {
  expect(areCopies(WIRE, other)).toBe(false)
})

test('text without spaces between words is compared by its characters; Arabic without its vowel marks', () => {
  const chinese = '俄罗斯国防部周一表示两个阵地的坐标已于前一天转交给美方'
  expect(areCopies(chinese, `莫斯科电${chinese}。`)).toBe(true)
  expect(areCopies(chinese, '美国军方拒绝就热线电话的使用情况发表任何评论意见')).toBe(false)
  const arabic = 'قالت وزارة الدفاع الروسية يوم الاثنين إن إحداثيات موقعين سلمت إلى الجانب الأمريكي'
  expect(areCopies(arabic, arabic.replace('إن', 'إنَّ').replace('إلى', 'الى'))).toBe(true)
})

test('the index finds the pairs that comparing everything with everything finds', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  const random = rng(seed)
  for (let round = 0; round < 40; round++) {
    // few different words, so that shingles meet by chance too
    const vocabulary = Array.from({ length: random.int(4, 15) }, (_, at) => `w${at}`)
    const passages: string[] = []
    for (let n = 0; n < 30; n++) {
      const words = Array.from({ length: random.int(0, 15) }, () => random.pick(vocabulary))
      const source = passages.length > 0 && random.chance(0.3) ? random.pick(passages).split(' ') : words
      const copy = source.map((word) => (random.chance(0.08) ? 'changed' : word))
      passages.push(copy.slice(random.int(0, 2)).join(' '))
    }
    const all: [number, number][] = []
    passages.forEach((passage, at) => {
      for (let other = 0; other < at; other++) if (areCopies(passages[other] as string, passage)) all.push([other, at])
    })
    expect(copyPairs(passages), `seed ${seed}, round ${round}`).toEqual(all)
    for (const [a, b] of all) expect(areCopies(passages[b] as string, passages[a] as string), `seed ${seed}: both ways`).toBe(true)
  }
})
