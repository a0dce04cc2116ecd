import { expect, test } from 'vitest'
import type { Book, BookActor, BookTheme } from '#/lib/format/codebook/book.ts'
import { SHIPPED_KINDS } from '../actor-kinds.ts'
import { makeActor, makeAlias, makeTheme } from '../testing/entries.ts'
import type { WholeActor, WholeCodebook } from '../whole-codebook.ts'
import { previewOf } from './import-preview.ts'
import { planImport } from './plan-import.ts'

const whole = (actor: ReturnType<typeof makeActor>): WholeActor => ({ ...actor, memberships: [], externalIds: [], designations: [] })
const RUSSIA = whole(makeActor('ru', 'Russia', ['RF'], { kind: 'state', description: 'A state' }))
const MOD = whole(makeActor('mod', 'Russian MoD', [], { kind: 'military', parentId: 'ru' }))
const WAR = makeTheme('war', 'War', { hue: 1, hotkey: 3 })
const AIR = makeTheme('air', 'Air', { parentId: 'war', definition: 'From above' })
const LIVE: WholeCodebook = { version: 7, kinds: [...SHIPPED_KINDS], actors: [RUSSIA, MOD], themes: [WAR, AIR] }

const actor = (name: string, given: Partial<BookActor> = {}): BookActor => ({ key: name, id: null, name, parentKey: null, ...given })
const theme = (name: string, given: Partial<BookTheme> = {}): BookTheme => ({ key: name, id: null, name, parentKey: null, ...given })

function plan(given: Partial<Book>, takenIds: string[] = []) {
  let made = 0
  const book: Book = { version: null, kinds: [], actors: [], themes: [], ...given }
  return planImport(LIVE, book, {
    takenIds: new Set(takenIds),
    deletedIds: new Set(['gone']),
    merged: { old: 'ru' },
    newId: () => `new${++made}`,
  })
}

test('what has its id becomes what the file says; what only has its name gains what it lacks', () => {
  const byId = plan({ actors: [actor('Russian Federation', { key: 'ru', id: 'ru', description: '', aliases: [] })] })
  expect(byId.actors).toEqual([{ before: RUSSIA, after: { ...RUSSIA, name: 'Russian Federation', description: '', aliases: [] } }])
  const byName = plan({ actors: [actor('RUSSIA', { aliases: [makeAlias('РФ', { language: 'ru' }), makeAlias('rf')] })] })
  expect(byName.actors).toHaveLength(1)
  expect(byName.actors[0]?.after).toMatchObject({
    id: 'ru',
    name: 'Russia',
    description: 'A state',
    aliases: [{ name: 'RF' }, { name: 'РФ', language: 'ru' }],
  })
})

test('themes are found by their place: the same name elsewhere is another theme, last among its siblings', () => {
  const { themes, unchanged } = plan({
    themes: [theme('war'), theme('Sea', { parentKey: 'war' }), theme('air', { parentKey: 'war' }), theme('Air')],
  })
  expect(unchanged).toBe(2)
  expect(themes.map(({ after }) => after)).toMatchObject([
    { name: 'Sea', parentId: 'war', position: 1, hue: null },
    { name: 'Air', parentId: null, position: 1, hue: 2 },
  ])
})

test('kinds by slug or name; an unknown one is made', () => {
  const { actors, kinds } = plan({
    kinds: [{ slug: 'council', name: 'Local council', glyph: 'government' }],
    actors: [actor('A', { kind: 'armed group' }), actor('B', { kind: 'Local Council' }), actor('C', { kind: 'Tribe' })],
  })
  expect(actors.map(({ after }) => after.kind)).toEqual(['armed-group', 'council', 'tribe'])
  expect(kinds).toEqual([
    { slug: 'council', name: 'Local council', glyph: 'government' },
    { slug: 'tribe', name: 'Tribe', glyph: 'other' },
  ])
})

test('who has a name keeps it, and the plan says so', () => {
  const { actors, clashes } = plan({
    actors: [actor('Russia', { key: 'mod', id: 'mod', parentKey: 'ru' }), actor('RF'), actor('New'), actor('new')],
  })
  expect(actors.map(({ after }) => after.name)).toEqual(['RF', 'New'])
  expect(clashes).toEqual([
    '“RF” is added, though “Russia” has it as another name: merge the two if they are one.',
    '“new” stands in the file twice: the first is taken.',
    '“Russian MoD” keeps its name: “Russia” is another actor.',
  ])
})

test('a key stays with who has it; a ring is not made; an id in use elsewhere is replaced', () => {
  const keys = plan({ themes: [theme('Talks', { hotkey: 3 }), theme('Aid', { hotkey: 4 })] })
  expect(keys.themes.map(({ after }) => after.hotkey)).toEqual([null, 4])
  expect(keys.clashes).toEqual(['The key 3 stays with “War”: “Talks” gets none.'])
  const ring = plan({
    actors: [
      actor('Russia', { key: 'ru', id: 'ru', parentKey: 'x' }),
      actor('X', { key: 'x', id: 'x', parentKey: 'mod' }),
      actor('Russian MoD', { key: 'mod', id: 'mod', parentKey: 'ru' }),
    ],
  })
  expect(ring.actors.map(({ after }) => [after.name, after.parentId])).toEqual([['X', 'mod']])
  expect(ring.clashes).toEqual(['“Russia” does not go where the file puts it: that would place it under itself.'])
  expect(plan({ actors: [actor('Y', { id: 'taken' })] }, ['taken']).actors[0]?.after.id).toBe('new1')
  expect(plan({ actors: [actor('Y', { id: 'gone' })] }, ['gone']).clashes).toEqual([expect.stringContaining('“Y” was deleted here')])
  const merged = plan({ actors: [actor('Old', { id: 'old' }), actor('Unit', { parentKey: 'Old' })] })
  expect(merged.clashes).toEqual(['“Old” was merged into “Russia” here, and stays so.'])
  expect(merged.actors.map(({ after }) => [after.name, after.parentId])).toEqual([['Unit', 'ru']])
  expect(plan({ actors: [actor('Y', { id: 'free' })] }).actors[0]?.after.id).toBe('free')
})

test('what cannot be kept is told', () => {
  const { actors, lost } = plan({
    actors: [
      actor('x'.repeat(300)),
      actor('Z', {
        description: 'y'.repeat(5000),
        memberships: [{ group: 'Nobody', from: null, until: null, note: '' }],
        aliases: [
          makeAlias('a', { language: 'en', preferred: true }),
          makeAlias('b', { language: 'en', preferred: true, from: '2020-01-02', until: '2020-01-01' }),
        ],
      }),
    ],
  })
  expect(actors).toHaveLength(1)
  expect(actors[0]?.after.description).toHaveLength(4000)
  expect(actors[0]?.after.aliases.map(({ preferred, from }) => [preferred, from])).toEqual([
    [true, null],
    [false, null],
  ])
  expect(lost).toHaveLength(5)
})

test('the preview counts all, and names what changes of each entry', () => {
  const given = plan({
    actors: [actor('Russian MoD', { key: 'mod', id: 'mod', kind: 'government', aliases: [makeAlias('MoD')] }), actor('New')],
    themes: [theme('Talks')],
  })
  expect(previewOf(given, 7, ['A note.'])).toMatchObject({
    version: 7,
    added: { actors: 1, themes: 1, kinds: 0 },
    changed: { actors: 1, themes: 0 },
    addedNames: [
      { sort: 'actor', name: 'New' },
      { sort: 'theme', name: 'Talks' },
    ],
    changes: [{ sort: 'actor', name: 'Russian MoD', fields: ['place', 'kind', 'other names'] }],
    lost: { count: 1, shown: ['A note.'] },
  })
})
