import { expect, test } from 'vitest'
import { insideWindow, placeTour } from './place-tour.ts'

const WINDOW = { width: 1440, height: 900 }
const CARD = { width: 320, height: 180 }

test.each([
  ['after a column at the left', { left: 0, top: 56, width: 280, height: 844 }, { left: 292, top: 80 }],
  ['before a column at the right', { left: 1120, top: 56, width: 320, height: 844 }, { left: 788, top: 80 }],
  ['under a bar across the window', { left: 280, top: 56, width: 1160, height: 40 }, { left: 1112, top: 108 }],
  ['inside the window beside something low', { left: 0, top: 880, width: 100, height: 20 }, { left: 112, top: 712 }],
])('%s', (_name, about, expected) => {
  expect(placeTour(about, CARD, WINDOW)).toEqual(expected)
})

test('at the foot of a narrow window, in the middle', () => {
  expect(placeTour(null, CARD, { width: 390, height: 844 })).toEqual({ left: 35, top: 656 })
})

test('a part that reaches out of the window is framed where it is seen', () => {
  expect(insideWindow({ left: -10, top: 100, width: 500, height: 4_000 }, WINDOW)).toEqual({ left: 4, top: 100, width: 486, height: 796 })
})
