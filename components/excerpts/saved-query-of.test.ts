import { expect, test } from 'vitest'
import { parseResultsQuery } from '#/lib/excerpt/results-query.ts'
import { newId } from '#/lib/id.ts'
import { savedQueryOf } from './saved-query-of.ts'

const saved = {
  id: newId(),
  name: 'Line',
  address: 'ask=line&sort=theme',
  isShared: false,
  createdBy: newId(),
  byName: 'Layla',
  updatedAt: 0,
}
const shown = (address: string) => {
  const of = savedQueryOf(parseResultsQuery(new URLSearchParams(address)), [saved])
  return of && [of.saved.name, of.isChanged]
}

test('a saved query is shown by its id, changed or not, and by what it asks', () => {
  expect(shown(`${saved.address}&saved=${saved.id}`)).toEqual(['Line', false])
  expect(shown(`ask=line&saved=${saved.id}`)).toEqual(['Line', true])
  expect(shown(saved.address)).toEqual(['Line', false])
  expect(shown('ask=line')).toBeNull()
})

test('what was deleted, or asks nothing, is none', () => {
  expect(shown(`ask=line&sort=theme&saved=${newId()}`)).toBeNull()
  expect(shown('')).toBeNull()
})
