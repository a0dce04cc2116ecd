import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { SHIPPED_KINDS } from '../actor-kinds.ts'
import { checkEntry } from '../check-entry.ts'
import { makeCodebook, makeTheme } from '../testing/entries.ts'
import { longestText } from '../theme-rules.ts'
import { planReadyMade } from './plan-ready-made.ts'
import { PLOVER } from './plover.ts'
import { READY_MADE } from './shelf.ts'

const EVENT_TYPES = [
  ...['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST'],
  ...['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
]

test('PLOVER has its 16 event types, with their modes, and its 28 contexts', () => {
  const quads = PLOVER.themes.filter(({ name }) => name !== 'Contexts')
  const types = quads.flatMap(({ children }) => children ?? [])
  expect(types.map(({ name }) => name).toSorted()).toEqual(EVENT_TYPES.toSorted())
  const modes = Object.fromEntries(types.flatMap(({ name, children }) => (children ? [[name, children.length]] : [])))
  expect(modes).toEqual({
    ...{ CONSULT: 4, RETREAT: 7, REQUEST: 4, ACCUSE: 3, REJECT: 4, THREATEN: 7 },
    ...{ PROTEST: 7, SANCTION: 4, MOBILIZE: 4, COERCE: 9, ASSAULT: 16 },
  })
  expect(PLOVER.themes.find(({ name }) => name === 'Contexts')?.children).toHaveLength(28)
})

test.each(READY_MADE)('$name can be added as it is: names, texts and places are allowed', (ready) => {
  const { themes, kinds, present } = planReadyMade(ready, makeCodebook({ kinds: [] }), newId)
  expect(present).toBe(0)
  expect(themes.length + kinds.length).toBeGreaterThan(0)
  for (const [at, theme] of themes.entries()) {
    const before = themes.slice(0, at)
    const rivals = before.filter((other) => other.parentId === theme.parentId)
    expect(checkEntry('theme', before, rivals, theme.id, { ...theme, text: longestText(theme) }), theme.name).toBeUndefined()
  }
  expect(new Set(kinds.map(({ slug }) => slug)).size).toBe(kinds.length)
  const colours = themes.filter(({ parentId }) => parentId === null).map(({ hue }) => hue)
  expect(new Set(colours).size).toBe(colours.length)
})

test('a second time nothing is added', () => {
  for (const ready of READY_MADE) {
    const once = planReadyMade(ready, makeCodebook(), newId)
    const codebook = makeCodebook({ themes: once.themes, kinds: [...SHIPPED_KINDS, ...once.kinds] })
    expect(planReadyMade(ready, codebook, newId)).toMatchObject({ themes: [], kinds: [] })
  }
})

test('what is there stays; what is missing goes below it, after what stands there', () => {
  const there = makeTheme('mine', 'verbal cooperation', { hue: 9, definition: 'Ours', position: 4 })
  const child = makeTheme('agree', 'Agree', { parentId: 'mine', position: 7 })
  const { themes, present } = planReadyMade(PLOVER, makeCodebook({ themes: [there, child] }), newId)
  expect(present).toBe(2)
  const below = themes.filter(({ parentId }) => parentId === 'mine')
  expect(below.map(({ name, position }) => `${name} ${position}`)).toEqual(['CONSULT 8', 'SUPPORT 9', 'CONCEDE 10'])
  const tops = themes.filter(({ parentId }) => parentId === null)
  expect(tops.map(({ name, position, hue }) => `${name} ${position} ${hue}`)).toEqual([
    'Material cooperation 5 6',
    'Verbal conflict 6 5',
    'Material conflict 7 2',
    'Contexts 8 1',
  ])
})
