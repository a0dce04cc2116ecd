import { expect, test } from 'vitest'
import { rankTitles } from './rank-titles.ts'

const TITLES = ['Two air forces, one hotline', 'Hotline silent', 'Les hôtels d’Alep', 'Кто держит линию', 'Shotline']
const find = (typed: string, most = 9) => rankTitles(TITLES, typed, (title) => [title], most)

test('a title that begins with what was typed comes first, then words that begin so, then words that hold it', () => {
  expect(find('hotl')).toEqual(['Hotline silent', 'Two air forces, one hotline', 'Shotline'])
})
test('accents and case do not matter', () => {
  expect(find('HOTELS')).toEqual(['Les hôtels d’Alep'])
  expect(find('линию')).toEqual(['Кто держит линию'])
})
test('every word must be there, in any order', () => {
  expect(find('hotline two')).toEqual(['Two air forces, one hotline'])
  expect(find('hotline three')).toEqual([])
})
test('nothing typed answers the first ones, and never more than asked for', () => {
  expect(find(' ', 2)).toEqual(TITLES.slice(0, 2))
  expect(find('hotl', 1)).toEqual(['Hotline silent'])
})
test('what stands beside the title counts too, after it', () => {
  const items = [
    { title: 'A', outlet: 'Meridian' },
    { title: 'Meridian', outlet: '' },
  ]
  expect(rankTitles(items, 'merid', ({ title, outlet }) => [title, outlet], 9).map(({ title }) => title)).toEqual(['Meridian', 'A'])
})
