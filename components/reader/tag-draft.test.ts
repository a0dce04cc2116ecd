import { expect, test } from 'vitest'
import { type DraftAction, draftReducer, EMPTY_DRAFT, isWorthKeeping, pickedValue, readQuery, type TagDraft } from './tag-draft.ts'

function run(...actions: DraftAction[]): TagDraft {
  return actions.reduce(draftReducer, EMPTY_DRAFT)
}
const actor = (id: string): DraftAction => ({ type: 'added', kind: 'actor', id })
const theme = (id: string): DraftAction => ({ type: 'added', kind: 'theme', id })
const typed = (query: string): DraftAction => ({ type: 'typed', query })

test('actors are source, then recipient, then mentioned; a theme is neutral', () => {
  expect(run(actor('a'), actor('b'), actor('c'), actor('d'), theme('t')).chips).toEqual([
    { kind: 'actor', id: 'a', role: 'source' },
    { kind: 'actor', id: 'b', role: 'recipient' },
    { kind: 'actor', id: 'c', role: 'mentioned' },
    { kind: 'actor', id: 'd', role: 'mentioned' },
    { kind: 'theme', id: 't', stance: 'neutral' },
  ])
})

test('adding clears what was typed and what was picked', () => {
  const draft = run(typed('intel'), { type: 'picked', value: 0 }, theme('t'))
  expect(draft).toMatchObject({ query: '', active: null, picked: null })
  expect(draft.chips).toEqual([{ kind: 'theme', id: 't', stance: 'supports' }])
})

test('what was made from typed words is added as it was asked for, and leaves what was typed meanwhile', () => {
  const made: DraftAction = { type: 'made', kind: 'actor', id: 'a', value: 1, query: 'Pentagon' }
  const recipient = { kind: 'actor', id: 'a', role: 'recipient' }
  expect(run(typed('Pentagon'), { type: 'pointed', at: 2 }, made)).toMatchObject({ chips: [recipient], query: '', active: null })
  expect(run(typed('Pentagon'), typed('Hotl'), { type: 'pointed', at: 1 }, made)).toMatchObject({
    chips: [recipient],
    query: 'Hotl',
    active: 1,
  })
})

test('cycling starts from the default and comes round', () => {
  expect(run({ type: 'cycled', kind: 'actor' }, actor('a')).chips).toEqual([{ kind: 'actor', id: 'a', role: 'recipient' }])
  const four: DraftAction[] = Array(4).fill({ type: 'cycled', kind: 'theme' })
  expect(run(...four, theme('t')).chips).toEqual([{ kind: 'theme', id: 't', stance: 'neutral' }])
})

test.each([
  ['"mod', { text: 'mod', role: 'source', stance: null }],
  ['> mod', { text: 'mod', role: 'recipient', stance: null }],
  ['@hts', { text: 'hts', role: 'mentioned', stance: null }],
  ['intel +', { text: 'intel', role: null, stance: 'supports' }],
  ['intel+', { text: 'intel', role: null, stance: 'supports' }],
  ['C++', { text: 'C++', role: null, stance: null }],
  ['intel sharing -', { text: 'intel sharing', role: null, stance: 'opposes' }],
  ['al-Bab', { text: 'al-Bab', role: null, stance: null }],
  ['al-', { text: 'al-', role: null, stance: null }],
  ['=', { text: '=', role: null, stance: null }],
])('signs in %s', (query, expected) => {
  expect(readQuery(query)).toEqual(expected)
})

test('a sign gives the role or stance', () => {
  expect(run(typed('> mod'), actor('a')).chips).toEqual([{ kind: 'actor', id: 'a', role: 'recipient' }])
  expect(run(typed('intel -'), theme('t')).chips).toEqual([{ kind: 'theme', id: 't', stance: 'opposes' }])
  expect(pickedValue(run(typed('intel +')), 'theme')).toBe(0)
})

test('nothing is doubled: the same theme takes the new stance, the same actor and role stays once', () => {
  expect(run(theme('t'), { type: 'picked', value: 1 }, theme('t')).chips).toEqual([{ kind: 'theme', id: 't', stance: 'opposes' }])
  expect(run(actor('a'), { type: 'picked', value: 0 }, actor('a')).chips).toHaveLength(1)
  expect(run(actor('a'), actor('a')).chips).toHaveLength(2)
})

test('the highlight moves in a ring and stays put in an empty list', () => {
  expect(run({ type: 'moved', from: 0, by: -1, count: 3 }).active).toBe(2)
  expect(run({ type: 'moved', from: 2, by: 1, count: 3 }).active).toBe(0)
  expect(run({ type: 'moved', from: 0, by: 1, count: 0 }).active).toBe(null)
})

test('with nothing highlighted, down goes to the first and up to the last', () => {
  expect(run({ type: 'moved', from: -1, by: 1, count: 3 }).active).toBe(0)
  expect(run({ type: 'moved', from: -1, by: -1, count: 3 }).active).toBe(2)
})

test('chips are removed and changed one by one', () => {
  const two = run(actor('a'), theme('t'))
  expect(draftReducer(two, { type: 'removedLast' }).chips).toEqual([{ kind: 'actor', id: 'a', role: 'source' }])
  expect(draftReducer(two, { type: 'changed', index: 1, value: 1 }).chips[1]).toEqual({ kind: 'theme', id: 't', stance: 'opposes' })
  expect(draftReducer(two, { type: 'removed', index: 0 }).chips).toEqual([{ kind: 'theme', id: 't', stance: 'neutral' }])
})

test('only chips, a memo or facts are worth keeping', () => {
  expect(isWorthKeeping(run(typed('half a word')))).toBe(false)
  expect(isWorthKeeping(run(theme('t')))).toBe(true)
  expect(isWorthKeeping(run({ type: 'memoTyped', text: 'check' }))).toBe(true)
  expect(isWorthKeeping(run({ type: 'memoTyped', text: '  ' }))).toBe(false)
  expect(isWorthKeeping(run({ type: 'factsTyped', facts: { status: 'planned' } }))).toBe(true)
  expect(isWorthKeeping(run({ type: 'factsTyped', facts: { status: '' } }))).toBe(false)
})
