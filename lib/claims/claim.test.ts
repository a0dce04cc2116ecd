import { expect, test } from 'vitest'
import { daysBetween, parseClaimFilter, printClaimFilter } from './claim.ts'

const ACTOR = '0195a000-0000-7000-8000-000000000001'

test.each([
  { actorId: null, from: null, until: null },
  { actorId: ACTOR, from: '2016-09-09', until: null },
  { actorId: null, from: '2016-09-09', until: '2017-03-14' },
])('a filter goes through the address: %j', (filter) => {
  expect(parseClaimFilter(printClaimFilter(filter))).toEqual(filter)
})

test('what makes no sense asks nothing', () => {
  const odd = new URLSearchParams({ actor: "x' or 1=1", from: '2016-13-40', until: 'yesterday' })
  expect(parseClaimFilter(odd)).toEqual({ actorId: null, from: null, until: null })
})

test('days are counted in whole ones, either way', () => {
  expect(daysBetween('2017-03-14', '2017-03-14')).toBe(0)
  expect(daysBetween('2017-02-28', '2017-03-01')).toBe(1)
  expect(daysBetween('2020-03-01', '2020-02-28')).toBe(2)
})
