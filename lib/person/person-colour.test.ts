import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { PERSON_COLOURS, personColour } from './person-colour.ts'

test('a person keeps one colour, and a team of many spreads over all of them', () => {
  const ids = Array.from({ length: 400 }, (_, i) => newId(1_700_000_000_000 + i))
  const used = new Set(ids.map((id) => personColour(id)))
  expect([...used].sort((a, b) => a - b)).toEqual(Array.from({ length: PERSON_COLOURS }, (_, i) => i + 1))
  for (const id of ids) expect(personColour(id)).toBe(personColour(id))
  expect(personColour(ids[0] ?? '', 5), 'a chosen colour wins').toBe(5)
})
