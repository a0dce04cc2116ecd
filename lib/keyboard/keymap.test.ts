import { expect, test } from 'vitest'
import { checkChord } from './chord.ts'
import { SITUATIONS, type Situation } from './command.ts'
import { COMMANDS } from './commands.ts'
import { conflictsOf, keymapOf, USUAL_KEYMAP } from './keymap.ts'
import { sheetSections } from './sheet.ts'

test('no two commands share an id, and no two answer to one key where both are to be had', () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
  for (const { id, keys } of COMMANDS) for (const key of keys) expect([id, key, conflictsOf(id, key, {})]).toEqual([id, key, []])
})

test('what can be changed has keys that a person might have chosen, but for a few of the list pages', () => {
  const own = COMMANDS.filter(({ isFixed, keys }) => !isFixed && keys.some((key) => !checkChord(key).ok)).map(({ id }) => id)
  expect(own).toEqual(['excerpts.all', 'excerpts.peek'].sort())
})

test('a key of their own takes the place of the usual ones', () => {
  const keymap = keymapOf({ edit: 'G' })
  expect(keymap.keysOf('edit')).toEqual(['G'])
  expect(keymap.find('statement', 'G')).toBe('edit')
  expect(keymap.find('statement', 'E')).toBeNull()
  expect(keymap.find('statement', 'T'), 'the second usual key goes too').toBeNull()
})

test('null takes the key away; what is fixed, unknown or not allowed stays as it was', () => {
  expect(keymapOf({ widen: null }).keysOf('widen')).toEqual([])
  const kept = keymapOf({ leave: 'G', 'no-such-command': 'G', next: 'Mod+T', undo: 'G' })
  expect(kept.keysOf('leave')).toEqual(['Escape'])
  expect(kept.keysOf('next')).toEqual(['J'])
  expect(kept.keysOf('undo'), 'it is to be had in Edit mode, where G writes').toEqual(['Mod+Z'])
  expect(kept.find('words', 'G')).toBeNull()
})

test('a chosen key goes before a usual one, and the conflict has a name', () => {
  expect(conflictsOf('swap', 'J', {}).map(({ id }) => id)).toEqual(['next'])
  expect(keymapOf({ swap: 'J' }).find('statement', 'J')).toBe('swap')
  expect(keymapOf({ swap: 'J' }).find('caret', 'J'), 'elsewhere the usual one still answers').toBe('next')
  expect(conflictsOf('swap', 'J', { next: null })).toEqual([])
  expect(
    conflictsOf('excerpts.next', 'X', {}).map(({ id }) => id),
    'other pages do not matter',
  ).toEqual(['excerpts.select'])
})

test('single keys can be switched off; the others stay', () => {
  const keymap = keymapOf({}, false)
  expect(keymap.find('words', 'T')).toBeNull()
  expect(keymap.find('words', 'Mod+Alt+T')).toBe('tag-editing')
  expect(keymap.find('statement', 'Delete')).toBe('delete')
  expect(keymap.keysOf('keys')).toEqual(['Mod+/'])
})

test('in Edit mode nothing answers to what writes', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?/+-='].flatMap((key) => [key, `Shift+${key}`])
  expect(letters.filter((key) => USUAL_KEYMAP.find('edit', key) !== null)).toEqual([])
})

test('the sheet of a page lists what is to be had there and finds by words and keys', () => {
  const titles = (page: Situation, find = '') => sheetSections(USUAL_KEYMAP, [page], find).map(({ title }) => title)
  expect(titles('excerpts')).toEqual(['Everywhere', 'Excerpts', 'In the list'])
  expect(titles('other')).toEqual(['Everywhere'])
  const all = sheetSections(USUAL_KEYMAP, SITUATIONS, 'previous difference')
  expect(all).toEqual([{ title: 'View', rows: [{ name: 'Next, previous difference', keys: ['N', 'P'] }] }])
  expect(sheetSections(USUAL_KEYMAP, ['statement'], 'x')[0]!.rows.map(({ name }) => name)).toContain('Swap source and recipient')
  expect(sheetSections(USUAL_KEYMAP, SITUATIONS, 'nothing like it')).toEqual([])
})
