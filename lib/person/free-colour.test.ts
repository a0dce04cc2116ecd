import { expect, test } from 'vitest'
import { freeColour } from './free-colour.ts'
import { PERSON_COLOURS, personColour } from './person-colour.ts'

const ID = '0190c0de-0000-7000-8000-000000000001'

test('somebody keeps the colour of their own while nobody has it', () => {
  const own = personColour(ID)
  expect(freeColour(ID, [])).toBe(own)
  expect(freeColour(ID, [(own % PERSON_COLOURS) + 1])).toBe(own)
})

test('eight people who all begin with one colour get eight, and the ninth has the first one again', () => {
  const taken: number[] = []
  for (let n = 0; n < PERSON_COLOURS; n++) taken.push(freeColour(ID, taken))
  expect(new Set(taken).size).toBe(PERSON_COLOURS)
  expect(freeColour(ID, taken)).toBe(personColour(ID))
})
