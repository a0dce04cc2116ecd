import { expect, test } from 'vitest'
import type { Annotation } from '#/lib/annotation/model.ts'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { type ColourSources, colourBy } from './colouring.ts'

const codebook = new CodebookView({
  ...makeCodebook(),
  actors: [makeActor('mod', 'Russian MoD'), makeActor('hts', 'HTS', [], { hue: 1 }), makeActor('us', 'United States')],
  themes: [makeTheme('acc', 'Accusation', { hue: 6 })],
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})
const SOURCES: ColourSources = {
  codebook,
  person: (id) => ({ name: id === 'layla' ? 'Layla Haddad' : 'Tomas Vrba', colour: id === 'layla' ? 3 : 8 }),
}

function statement(id: string, createdAt: number, given: Partial<Annotation> = {}): Annotation {
  const quote = { exact: 'words', prefix: '', suffix: '' }
  const stamp = { createdAt, modifiedAt: createdAt, by: 'layla', modifiedBy: 'layla' }
  return { id, ...stamp, runs: [[1, 0, 5]], quote, actors: [], themes: [], facts: {}, memos: [], importantTo: [], ...given }
}
const actor = (actorId: string, role: 'source' | 'recipient') => ({ actorId, role, by: ['layla'] })

test('by theme the codebook gives the colours, so there is no legend', () => {
  const { huesOf, legend } = colourBy('theme', [], SOURCES)
  expect(huesOf(statement('a', 1, { themes: [{ themeId: 'acc', stance: 'opposes', by: ['layla'] }] }))).toEqual([6])
  expect(legend).toEqual([])
})

test('by actor the source counts; actors without a colour get the lowest that is left, oldest statement first', () => {
  const first = statement('a', 10, { actors: [actor('us', 'recipient'), actor('mod', 'source')] })
  const second = statement('b', 20, { actors: [actor('hts', 'recipient')] })
  const third = statement('c', 30, { actors: [actor('us', 'source')] })
  const { huesOf, legend } = colourBy('actor', [third, first, statement('d', 40), second], SOURCES)
  expect([first, second, third].map(huesOf)).toEqual([[2], [1], [3]])
  expect(legend).toEqual([
    { hue: 2, name: 'Russian MoD', count: 1 },
    { hue: 1, name: 'HTS', count: 1 },
    { hue: 3, name: 'United States', count: 1 },
    { hue: 0, name: 'Other or no actor', count: 1 },
  ])
})

test('a new statement of a new actor leaves the colours of the others', () => {
  const before = [statement('a', 10, { actors: [actor('us', 'source')] })]
  const after = [statement('b', 20, { actors: [actor('mod', 'source')] }), ...before]
  expect(colourBy('actor', after, SOURCES).huesOf(before[0]!)).toEqual(colourBy('actor', before, SOURCES).huesOf(before[0]!))
})

test('by tagger people have their own colours', () => {
  const { huesOf, legend } = colourBy('tagger', [statement('a', 1), statement('b', 2, { by: 'tomas' })], SOURCES)
  expect(huesOf(statement('c', 3))).toEqual([15])
  expect(legend).toEqual([
    { hue: 15, name: 'Layla Haddad', count: 1 },
    { hue: 20, name: 'Tomas Vrba', count: 1 },
  ])
})

test('by status the legend follows the order of the statuses; none is neutral', () => {
  const all = [statement('a', 1, { facts: { status: 'planned' } }), statement('b', 2, { facts: { status: 'asserted' } }), statement('c', 3)]
  const { huesOf, legend } = colourBy('status', all, SOURCES)
  expect(huesOf(all[2]!)).toEqual([0])
  expect(legend.map(({ name, count }) => `${name} ${count}`)).toEqual(['Asserted 1', 'Planned 1', 'No status 1'])
  expect(new Set(legend.map(({ hue }) => hue)).size).toBe(3)
})
