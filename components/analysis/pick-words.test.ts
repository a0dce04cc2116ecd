import { expect, test } from 'vitest'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'
import type { Query } from '#/lib/query/query.ts'
import { pickWords } from './pick-words.ts'

const actor = (...values: string[]) => ({ is: 'actor' as const, values, role: null, members: false })
const book = {
  actor: (id: string) => ({ name: id.toUpperCase() }) as never,
  themes: { ...indexThemes([]), path: (id: string) => ['Top', id] },
}
const hotline: Query = { is: 'theme', values: ['hotline'], below: true, stances: [] }
const words = (pane: 'matrix' | 'network' | 'timeline', query: Query) => pickWords({ pane, query }, book)

test('what is chosen in the matrix: a cell, a column, a block', () => {
  expect(words('matrix', { is: 'all', of: [{ ...actor('mod'), role: 'source' }, hotline] })).toBe('MOD, Source × hotline')
  expect(words('matrix', hotline)).toBe('hotline')
  expect(words('matrix', actor('a', 'b', 'c'))).toBe('A and 2 more')
})

test('what is chosen in a network: an actor, who addresses whom, two who agree', () => {
  const [from, to] = [actor('a'), actor('b')].map((one, nth) => ({
    ...one,
    role: nth === 0 ? ('source' as const) : ('recipient' as const),
  }))
  expect(words('network', { is: 'all', of: [from!, to!] })).toBe('A → B')
  expect(words('network', { is: 'any', of: [from!, { ...to!, values: ['a'] }] })).toBe('A')
  expect(words('network', { is: 'all', of: [{ ...actor('a', 'b'), role: 'source' }, hotline] })).toBe('A, B')
})

test('what is chosen on the timeline', () => {
  const without: Query = { is: 'not', of: { is: 'happened', from: null, to: '2017-02-28' } }
  expect(words('timeline', { is: 'all', of: [{ is: 'happened', from: '2017-03-01', to: '2017-03-31' }, without] })).toBe(
    '1 Mar 2017 to 31 Mar 2017',
  )
})
