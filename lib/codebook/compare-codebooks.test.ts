import { expect, test } from 'vitest'
import { codebookState, patchState } from './codebook-state.ts'
import { compareCodebooks } from './compare-codebooks.ts'
import { makeActor, makeAlias, makeTheme } from './testing/entries.ts'

const NAMES = { entries: { g: 'Ground' }, kinds: {} }

test('every entry is told once, under what became of it', () => {
  const from = codebookState({
    themes: [
      makeTheme('g', 'Ground'),
      makeTheme('r', 'Talks'),
      makeTheme('m', 'Aleppo'),
      makeTheme('x', 'Old'),
      makeTheme('same', 'Same', { position: 1 }),
      makeTheme('v', 'Archive me'),
    ],
    actors: [makeActor('h', 'HTS'), makeActor('n', 'Nusra'), makeActor('k', 'KSA')],
  })
  const to = codebookState({
    themes: [
      makeTheme('g', 'Ground'),
      makeTheme('r', 'Diplomacy', { parentId: 'g' }),
      makeTheme('m', 'Aleppo', { parentId: 'g' }),
      makeTheme('same', 'Same', { position: 2 }),
      makeTheme('v', 'Archive me', { state: 'archived' }),
      makeTheme('new', 'New'),
    ],
    actors: [makeActor('h', 'HTS', ['Nusra'])],
    merged: { n: 'k', k: 'h' },
  })
  const told = compareCodebooks(from, to, NAMES).map(({ became, name, into, fields }) => [
    became,
    name,
    into,
    fields.map(({ label }) => label),
  ])
  expect(told).toEqual([
    ['added', 'New', undefined, []],
    ['renamed', 'Diplomacy', undefined, ['Name', 'Under']],
    ['moved', 'Aleppo', undefined, ['Under']],
    ['changed', 'HTS', undefined, ['Other names']],
    ['merged', 'KSA', 'HTS', []],
    ['merged', 'Nusra', 'HTS', []],
    ['archived', 'Archive me', undefined, ['State']],
    ['deleted', 'Old', undefined, []],
  ])
})

test('what the log only has in words is not compared', () => {
  const state = codebookState({ actors: [makeActor('h', 'HTS')] })
  const logged = patchState(state, { actors: { h: { externalIds: [{ scheme: 'wikidata', value: 'Q1' }] } } })
  expect(compareCodebooks(logged, state, NAMES)).toEqual([])
})

test('a version compared with itself says nothing; names written anew under new ids neither', () => {
  const one = codebookState({ actors: [makeActor('h', 'HTS', ['Nusra'])] })
  const other = codebookState({ actors: [{ ...makeActor('h', 'HTS'), aliases: [makeAlias('Nusra', { id: 'other' })] }] })
  expect(compareCodebooks(one, one, NAMES)).toEqual([])
  expect(compareCodebooks(one, other, NAMES)).toEqual([])
})
