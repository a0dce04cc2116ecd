import { expect, test } from 'vitest'
import { rowWindow } from './row-window.ts'

const seen = { top: 0, height: 500, row: 25 }

test('a list of ordinary length is drawn whole', () => {
  expect(rowWindow(250, { ...seen, top: 3_000 })).toEqual({ first: 0, end: 250 })
})

test('of a long one what is seen, with some rows around it', () => {
  expect(rowWindow(20_000, seen)).toEqual({ first: 0, end: 50 })
  const { first, end } = rowWindow(20_000, { ...seen, top: 25_000 })
  expect(first).toBe(970)
  expect(end).toBe(1_050)
})

test('a few pixels of scrolling change nothing', () => {
  expect(rowWindow(20_000, { ...seen, top: 25_030 })).toEqual(rowWindow(20_000, { ...seen, top: 25_100 }))
})

test('the end is the end; a scroll position from a longer list still draws a row', () => {
  expect(rowWindow(300, { ...seen, top: 7_000 }).end).toBe(300)
  expect(rowWindow(300, { ...seen, top: 90_000 })).toEqual({ first: 299, end: 300 })
})
