import { expect, test } from 'vitest'
import { allHidden, isAllHidden } from './hidden-tags.ts'

const says = (themes: string[], actors: string[] = []) => ({
  themes: themes.map((themeId) => ({ themeId, stance: 'neutral' as const, by: ['u'] })),
  actors: actors.map((actorId) => ({ actorId, role: 'source' as const, by: ['u'] })),
})
const hidden = new Set(['aid', 'ru'])

test('a theme takes what is below it along', () => {
  const themes = [
    { id: 'aid', parentId: null },
    { id: 'access', parentId: 'aid' },
    { id: 'other', parentId: null },
  ]
  expect(allHidden(new Set(['aid', 'ru']), themes)).toEqual(new Set(['aid', 'access', 'ru']))
})

test('a statement goes when all its themes are hidden, whoever it names', () => {
  expect(isAllHidden(says(['aid'], ['us']), hidden)).toBe(true)
  expect(isAllHidden(says(['aid', 'hotline'], ['ru']), hidden)).toBe(false)
  expect(isAllHidden(says(['hotline'], ['ru']), hidden)).toBe(false)
})

test('one without themes goes when all its actors are hidden; an empty one stays', () => {
  expect(isAllHidden(says([], ['ru']), hidden)).toBe(true)
  expect(isAllHidden(says([], ['ru', 'us']), hidden)).toBe(false)
  expect(isAllHidden(says([]), hidden)).toBe(false)
  expect(isAllHidden(says([], ['ru']), new Set())).toBe(false)
})
