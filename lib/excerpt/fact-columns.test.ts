import { expect, test } from 'vitest'
import { parseFacts } from '#/lib/annotation/facts.ts'
import { printReporters } from '#/lib/annotation/reporters.ts'
import { newId } from '#/lib/id.ts'
import { factColumns, factsOf } from './fact-columns.ts'

test.each([
  {},
  { status: 'historical', date: '2011-03~' },
  { place: 'Aleppo' },
  { placePoint: '0,-180', placePrecision: 'country' },
  {
    place: 'Aleppo',
    placePoint: '36.2,37.16',
    reportedBy: printReporters([{ name: 'Reuters' }, { actor: newId() }]),
    certainty: 'possible',
  },
])('facts come back from the columns they are kept in: %j', (written) => {
  const facts = parseFacts(written)
  expect(factsOf(factColumns(facts))).toEqual(facts)
})

test('what is not said is null, a point without a name has none', () => {
  expect(Object.values(factColumns(parseFacts({}))).every((value) => value === null)).toBe(true)
  expect(factColumns(parseFacts({ placePoint: '1,2' }))).toMatchObject({ place: null, placeLatitude: 1, placeLongitude: 2 })
})
