import { expect, test } from 'vitest'
import { EVERYTHING } from './filter.ts'
import { widerFilters } from './wider-filters.ts'

const parentOf = (id: string) => (id === 'child' ? 'parent' : null)

test('nothing asked, nothing to take away', () => {
  expect(widerFilters(EVERYTHING, parentOf)).toEqual([])
})

test('every field that is asked can be taken away alone', () => {
  const filter = { ...EVERYTHING, text: 'a', languages: ['ar'], publishedTo: '2017-01-01', state: 'orphan' as const }
  const wider = widerFilters(filter, parentOf)
  expect(wider.map((way) => 'drops' in way && way.drops)).toEqual(['text', 'languages', 'published', 'state'])
  expect(wider[1]?.filter).toEqual({ ...filter, languages: [] })
})

test('one theme can be widened to the one above it, several cannot', () => {
  const filter = { ...EVERYTHING, themeIds: ['child'], includeDescendants: false }
  expect(widerFilters(filter, parentOf)[0]).toEqual({ widensTo: 'parent', filter: { ...EVERYTHING, themeIds: ['parent'] } })
  expect(widerFilters({ ...EVERYTHING, themeIds: ['parent'] }, parentOf)).toHaveLength(1)
  expect(widerFilters({ ...EVERYTHING, themeIds: ['child', 'parent'] }, parentOf)).toHaveLength(1)
})
