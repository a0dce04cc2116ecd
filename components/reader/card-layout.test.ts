import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_GAP, layoutCards } from './card-layout.ts'

const card = (id: string, want: number, height = 80) => ({ id, want, height })

test('cards with room stand on their lines', () => {
  expect(Object.fromEntries(layoutCards([card('a', 10), card('b', 200)], null))).toEqual({ a: 10, b: 200 })
})

test('without an active card, later cards slide down', () => {
  expect(Object.fromEntries(layoutCards([card('a', 10), card('b', 40), card('c', 50)], null))).toEqual({ a: 10, b: 98, c: 186 })
})

test('the active card stays on its line; the others make room', () => {
  expect(Object.fromEntries(layoutCards([card('a', 190), card('b', 200), card('c', 210)], 'b'))).toEqual({ a: 112, b: 200, c: 288 })
})

test('without room above, the run moves down', () => {
  expect(Object.fromEntries(layoutCards([card('a', 0), card('b', 10)], 'b'))).toEqual({ a: 0, b: 88 })
})

test('cards never overlap, keep their order and stay inside; the active card stays on its line when there is room', () => {
  const wanted = fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 20, max: 300 })), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(wanted, fc.nat(40), (rows, pick) => {
      const cards = rows.sort((a, b) => a[0] - b[0]).map(([want, height], i) => card(String(i), want, height))
      const active = pick < cards.length ? String(pick) : null
      const tops = [...layoutCards(cards, active).values()]
      for (let i = 1; i < cards.length; i++) expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(cards[i - 1]!.height + CARD_GAP)
      expect(tops[0]).toBeGreaterThanOrEqual(0)
      if (active === null) return
      const above = cards.slice(0, pick).reduce((sum, { height }) => sum + height + CARD_GAP, 0)
      if (above <= cards[pick]!.want) expect(tops[pick]).toBe(cards[pick]!.want)
    }),
  )
})
