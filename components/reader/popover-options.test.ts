import { expect, test } from 'vitest'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { type PopoverOption, popoverOptions, SHOWN } from './popover-options.ts'
import type { CodebookItem } from './reader-state.ts'
import { EMPTY_DRAFT } from './tag-draft.ts'

const actor = (id: string, name: string, ...aliases: string[]) => makeActor(id, name, aliases)
const theme = (id: string, name: string) => makeTheme(id, name)
const CODEBOOK = new CodebookView({
  ...makeCodebook(),
  actors: [
    actor('ru', 'Russia', 'Россия'),
    actor('hts', 'HTS', 'Hay’at Tahrir al-Sham'),
    ...Array.from({ length: 8 }, (_, i) => actor(`o${i}`, `Office ${i}`)),
  ],
  themes: [theme('intel', 'Intelligence sharing'), theme('off', 'Offensive operations')],
  actorUses: {},
  themeUses: { intel: { own: 3, withSubthemes: 3, documents: 1 } },
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})

function options(query: string, more: { named?: string[]; recent?: CodebookItem[]; mayCreate?: boolean; shown?: number } = {}) {
  const draft = { ...EMPTY_DRAFT, query }
  const { named = [], recent = [], mayCreate = false, shown = SHOWN } = more
  const sources = { codebook: CODEBOOK, named, recent, mayCreate, shown: { actor: shown, theme: shown } }
  return popoverOptions(draft, sources).map((group) => [group.label, group.options.map(show)])
}
function show(option: PopoverOption): string {
  if (option.type === 'item') return option.own ? option.id : `${option.id} (${option.name})`
  return option.type === 'more' ? `+${option.count}` : `new ${option.kind} ${option.name}`
}

test('the group with the best match comes first', () => {
  expect(options('intel')).toEqual([['Themes', ['intel']]])
  expect(options('rus')).toEqual([['Actors', ['ru']]])
})

test('other names are found and shown', () => {
  expect(options('tahrir')).toEqual([['Actors', ['hts (Hay’at Tahrir al-Sham)']]])
})

test('five of a group, then More', () => {
  expect(options('off').find(([label]) => label === 'Actors')![1]).toEqual(['o0', 'o1', 'o2', 'o3', 'o4', '+3'])
  expect(options('off', { shown: 50 }).find(([label]) => label === 'Actors')![1]).toHaveLength(8)
})

test('what is archived is offered nowhere', () => {
  const book = { ...CODEBOOK.book, themes: CODEBOOK.book.themes.map((entry) => ({ ...entry, state: 'archived' as const })) }
  const sources = { codebook: new CodebookView(book), named: [], mayCreate: false, shown: { actor: SHOWN, theme: SHOWN } }
  const offered = (query: string) =>
    popoverOptions({ ...EMPTY_DRAFT, query }, { ...sources, recent: [{ kind: 'theme', id: 'intel' }] }).flatMap((group) =>
      group.options.map(show),
    )
  expect(offered('')).not.toContain('intel')
  expect(offered('intel')).toEqual([])
  expect(offered('')).toContain('ru')
})

test('a role sign leaves only actors, a stance sign only themes', () => {
  expect(options('> off').map(([label]) => label)).toEqual(['Actors'])
  expect(options('off +').map(([label]) => label)).toEqual(['Themes'])
})

test('what is missing can be made, unless it is there', () => {
  expect(options('Meridian', { mayCreate: true })).toEqual([['New', ['new theme Meridian', 'new actor Meridian']]])
  expect(options('russia', { mayCreate: true }).at(-1)).toEqual(['New', ['new theme russia']])
})

test('the very name is seen behind recent ones that only contain it', () => {
  const recent = Array.from({ length: 8 }, (_, i) => ({ kind: 'actor' as const, id: `o${i}` }))
  expect(options('office 7', { mayCreate: true, recent }).at(-1)).toEqual(['New', ['new theme office 7']])
})

test('with nothing typed: named in the passage, then recent, then most used', () => {
  expect(
    options('', {
      named: ['ru'],
      recent: [
        { kind: 'theme', id: 'off' },
        { kind: 'actor', id: 'ru' },
        { kind: 'actor', id: 'deleted' },
      ],
    }),
  ).toEqual([
    ['In this passage', ['ru']],
    ['Recent', ['off']],
    ['Most used', ['intel', 'hts', 'o0', 'o1', 'o2'].map((id) => expect.stringMatching(id === 'intel' ? 'intel' : /./))],
  ])
})
