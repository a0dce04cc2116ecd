import { expect, test } from 'vitest'
import { isFact, NO_FACTS, parseFacts, printFacts } from '#/lib/annotation/facts.ts'
import { FACT_FIELDS, type FactField } from '#/lib/annotation/model.ts'
import { nameOf, REPORTER_LENGTH } from '#/lib/annotation/reporters.ts'
import { newId } from '#/lib/id.ts'

const ACTOR = newId()

const WRITTEN: Record<FactField, string> = {
  status: 'planned',
  certainty: 'probable',
  date: '2024-11-27/2024-12-08',
  place: 'حلب (Aleppo)',
  placePoint: '36.199,-37.1634',
  placePrecision: 'near',
  reportedBy: `[{"name":"Reuters"},{"actor":"${ACTOR}"},{"name":"a \\"source\\" in Damascus"}]`,
}

test('facts are read into what they say and written back as they were', () => {
  const facts = parseFacts(WRITTEN)
  expect(facts).toEqual({
    status: 'planned',
    certainty: 'probable',
    date: { edtf: '2024-11-27/2024-12-08', from: '2024-11-27', until: '2024-12-08', precision: 'range', approximate: false },
    place: { name: 'حلب (Aleppo)', point: { latitude: 36.199, longitude: -37.1634 }, precision: 'near' },
    reportedBy: [{ name: 'Reuters' }, { actor: ACTOR }, { name: 'a "source" in Damascus' }],
  })
  expect(printFacts(facts)).toEqual(WRITTEN)
  for (const field of FACT_FIELDS) expect(isFact(field, WRITTEN[field]), field).toBe(true)
})

test('what is not said, or cannot be read, is unknown', () => {
  expect(parseFacts({})).toEqual(NO_FACTS)
  const odd = { status: 'sure', certainty: '', date: 'yesterday', place: ' ', placePoint: '91,0', placePrecision: 'near', reportedBy: '[]' }
  expect(parseFacts(odd)).toEqual(NO_FACTS)
  expect(Object.values(printFacts(NO_FACTS)).join('')).toBe('')
})

test('a place may be known by its point alone', () => {
  expect(parseFacts({ placePoint: '0,-180' }).place).toEqual({ name: '', point: { latitude: 0, longitude: -180 }, precision: null })
})

test('a point is written short, and rounded to a tenth of a metre', () => {
  const printed = (latitude: number, longitude: number) =>
    printFacts({ ...NO_FACTS, place: { name: '', point: { latitude, longitude }, precision: null } }).placePoint
  expect(printed(36.1990001, 100)).toBe('36.199,100')
  expect(printed(-0.0000001, -179.9999999)).toBe('0,-180')
  expect(isFact('placePoint', printed(-89.1234567, 1e-7))).toBe(true)
})

test.each<[FactField, string]>([
  ['status', ''],
  ['status', 'Planned'],
  ['certainty', 'toString'],
  ['date', '2024-02-30'],
  ['place', ''],
  ['place', ' Aleppo'],
  ['place', 'Aleppo\nIdlib'],
  ['place', 'x'.repeat(201)],
  ['place', 'x\ud800'],
  ['place', 'A\u202eleppo'],
  ['placePoint', '36.199'],
  ['placePoint', '36.199, 37.16'],
  ['placePoint', '36.199,37.16,1'],
  ['placePoint', '90.1,0'],
  ['placePoint', '0,180.1'],
  ['placePoint', '1e1,0'],
  ['placePoint', 'NaN,0'],
  ['placePoint', '36.1234567,0'],
  ['placePrecision', 'metre'],
  ['reportedBy', '[]'],
  ['reportedBy', '{}'],
  ['reportedBy', 'null'],
  ['reportedBy', '[{"name":""}]'],
  ['reportedBy', `[{"name":"${'x'.repeat(REPORTER_LENGTH + 1)}"}]`],
  ['reportedBy', '[{"actor":"Reuters"}]'],
  ['reportedBy', `[{"actor":"${ACTOR}","name":"Reuters"}]`],
  ['reportedBy', `[{"actor": "${ACTOR}"}]`],
  ['reportedBy', '[null]'],
  ['reportedBy', JSON.stringify(Array(6).fill({ name: 'Reuters' }))],
  ['reportedBy', `[{"name":"${'x'.repeat(5000)}`],
])('%s cannot be %j', (field, value) => {
  expect(isFact(field, value)).toBe(false)
})

test('a typed name becomes one line of the length that is kept, with no character halved', () => {
  expect(nameOf('  Syrian\nObservatory ', 100)).toBe('Syrian Observatory')
  expect(nameOf('a 😀', 3)).toBe('a')
  expect(isFact('place', nameOf(`${'x'.repeat(199)}😀`, 200))).toBe(true)
})
