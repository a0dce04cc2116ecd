import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cameoKind } from './cameo.ts'
import { comparePairs, countPairs, tally } from './count-pairs.ts'
import { readRecords } from './read-records.ts'

const XML = readFileSync(new URL('../../../tests/fixtures/petrarch/records.xml', import.meta.url), 'utf8')

test('sentences are read with the events coded in them; comments, and why there is no event, are no events', () => {
  expect(readRecords(XML)).toEqual({
    ok: true,
    sentences: [
      {
        id: 'DEMO-01',
        publishedOn: '2024-01-02',
        text: 'Arnor will send grain to Gondor before the winter.',
        events: [{ source: 'ARN', recipient: 'GON', code: '064' }],
      },
      {
        id: 'DEMO-02',
        publishedOn: '2024-01-03',
        text: 'Arnor and Gondor agreed to talk again; the ferrymen blamed Arnor for the delay.',
        events: [
          { source: 'ARN', recipient: 'GON', code: '036' },
          { source: 'GON', recipient: 'ARN', code: '036' },
          { source: '"THE FERRYMEN"', recipient: 'ARN', code: '112' },
        ],
      },
      {
        id: 'DEMO-02',
        publishedOn: '2024-01-04',
        text: 'Arnor disagrees with itself over salt & ore.',
        events: [{ source: 'ARN', recipient: 'ARN', code: '345' }],
      },
      { id: 'DEMO-03', publishedOn: '2024-01-05', text: 'Nothing happened on the river.', events: [] },
    ],
  })
})

test('the file itself counts the same pairs, without its reader', () => {
  const records = readRecords(XML)
  const read = records.ok ? records.sentences.flatMap(({ events }) => events.map((event) => ({ ...event, count: 1 }))) : []
  expect(countPairs(XML)).toEqual([
    { source: '"THE FERRYMEN"', recipient: 'ARN', count: 1 },
    { source: 'ARN', recipient: 'ARN', count: 1 },
    { source: 'ARN', recipient: 'GON', count: 2 },
    { source: 'GON', recipient: 'ARN', count: 1 },
  ])
  expect(tally(read).map(({ source, recipient, count }) => ({ source, recipient, count }))).toEqual(countPairs(XML))
})

test('counts are set beside each other, also where one has a pair that the other lacks', () => {
  const pair = (source: string, recipient: string, count: number) => ({ source, recipient, count })
  expect(comparePairs([pair('A', 'B', 2), pair('B', 'A', 1)], [pair('C', 'A', 1), pair('A', 'B', 1), pair('A', 'B', 2)])).toEqual([
    { source: 'A', recipient: 'B', wanted: 2, found: 3 },
    { source: 'B', recipient: 'A', wanted: 1, found: 0 },
    { source: 'C', recipient: 'A', wanted: 0, found: 1 },
  ])
})

test('a file that is none of these says so', () => {
  expect(readRecords('<html><p>Hello')).toMatchObject({ ok: false })
  expect(readRecords('<Sentences><Sentence id="A" date="soon"><Text>x</Text></Sentence></Sentences>')).toMatchObject({ ok: false })
})

test('codes belong to the kinds of CAMEO, or to their own first digits', () => {
  expect([cameoKind('064'), cameoKind('1711'), cameoKind('345')]).toEqual(['06 Engage in material cooperation', '17 Coerce', '34'])
})
