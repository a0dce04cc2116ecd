import { expect, test } from 'vitest'
import { parseFacts } from '#/lib/annotation/facts.ts'
import { newId } from '#/lib/id.ts'
import { storedFacts } from './stored-facts.ts'

test('what is kept is read back as what was given', () => {
  const actorId = newId()
  const given = {
    status: 'planned' as const,
    certainty: 'doubtful' as const,
    date: '2017-03/2017-05',
    place: { name: ' Old  town ', point: { latitude: -36.1234567, longitude: 180 }, precision: 'near' as const },
    reportedBy: [{ actorId }, { name: 'A witness' }],
  }
  const stored = storedFacts(given)
  expect(stored.ok && parseFacts(stored.facts)).toMatchObject({
    status: 'planned',
    certainty: 'doubtful',
    date: { edtf: '2017-03/2017-05' },
    place: { name: 'Old town', point: { latitude: -36.123457, longitude: 180 }, precision: 'near' },
    reportedBy: [{ actor: actorId }, { name: 'A witness' }],
  })
})

test('null and empty lists take facts away, what is absent is not touched', () => {
  expect(storedFacts({})).toEqual({ ok: true, facts: {} })
  expect(storedFacts({ status: null, date: null, reportedBy: [] })).toEqual({ ok: true, facts: { status: '', date: '', reportedBy: '' } })
  expect(storedFacts({ place: null })).toEqual({ ok: true, facts: { place: '', placePoint: '', placePrecision: '' } })
})

test('what is no value of a fact is told with its place in the body', () => {
  const wrong = (facts: Parameters<typeof storedFacts>[0]) => {
    const stored = storedFacts(facts)
    return stored.ok ? [] : stored.errors.map(({ pointer }) => pointer)
  }
  expect(wrong({ date: '14 March 2017' })).toEqual(['/facts/date'])
  expect(wrong({ place: { name: 'x'.repeat(201) } })).toEqual(['/facts/place/name'])
  expect(wrong({ reportedBy: [{ name: ' ' }] })).toEqual(['/facts/reportedBy'])
})
