import { expect, test } from 'vitest'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { entrySearch, findEntries } from './find-entries.ts'

const search = entrySearch(
  makeCodebook({
    actors: [
      makeActor('mod', 'Russian Ministry of Defence', ['Минобороны'], { kind: 'military' }),
      makeActor('old', 'Russian bureau', [], { state: 'archived' }),
    ],
    themes: [makeTheme('dec', 'Deconfliction', { hue: 4 }), makeTheme('hot', 'Hotline', { parentId: 'dec' })],
  }),
)
const find = (typed: string, most = 8) => findEntries(search, typed, ['theme', 'actor'], most)

test('an actor says what kind it is, also when another name was typed; archived ones are not offered', () => {
  expect(find('минобор')).toEqual([
    { kind: 'actor', id: 'mod', name: 'Russian Ministry of Defence', alias: 'Минобороны', path: 'Military', hue: null, glyph: 'military' },
  ])
  expect(find('russian').map(({ id, alias }) => [id, alias])).toEqual([['mod', null]])
})

test('a theme says where it stands, in the colour of its branch', () => {
  expect(find('hotl')).toEqual([{ kind: 'theme', id: 'hot', name: 'Hotline', alias: null, path: 'Deconfliction', hue: 4, glyph: null }])
})

test('only the kinds that are wanted, and never more than asked for', () => {
  expect(findEntries(search, 'o', ['actor'], 8).map(({ kind }) => kind)).not.toContain('theme')
  expect(find('o', 1)).toHaveLength(1)
})
