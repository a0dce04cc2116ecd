import { expect, test } from 'vitest'
import { originsOf } from './origins.ts'

const WIRE = 'The ministry said that coordinates of two positions had been passed to the American side a day earlier'
const OWN = 'An officer in Latakia told our correspondent that he had read the coordinates out over the telephone himself'

let count = 0
const report = (given: { documentId?: string; quote?: string; publishedOn?: string | null; witness?: string | null }) => ({
  documentId: `document ${++count}`,
  quote: `Report ${count}`,
  publishedOn: '2017-03-14',
  witness: null,
  ...given,
})

test('copies of one wire are one origin, the one that was there first stands first', () => {
  const reports = [
    report({ quote: `${WIRE}.`, publishedOn: '2017-03-16' }),
    report({ quote: OWN, publishedOn: '2017-03-15' }),
    report({ quote: `MOSCOW: ${WIRE}, it added`, publishedOn: '2017-03-14' }),
    report({ quote: WIRE.toLowerCase(), publishedOn: null }),
  ]
  expect(originsOf(reports)).toEqual([[reports[2], reports[0], reports[3]], [reports[1]]])
})

test('the same words months later are said anew; through copies in between they are not', () => {
  const days = (...all: string[]) => originsOf(all.map((publishedOn) => report({ quote: WIRE, publishedOn }))).length
  expect(days('2017-03-14', '2017-06-14')).toBe(2)
  expect(days('2017-03-14', '2017-04-05')).toBe(2)
  expect(days('2017-03-14', '2017-04-05', '2017-03-26')).toBe(1)
})

test('passages of one document, and reports that name one witness, are of one origin', () => {
  const [a, b, c, d] = [
    report({ documentId: 'one' }),
    report({ documentId: 'one' }),
    report({ documentId: 'two', witness: 'actor 7' }),
    report({ documentId: 'three', witness: 'actor 7' }),
  ]
  expect(originsOf([a, b, c, d])).toEqual([
    [a, b],
    [c, d],
  ])
})
