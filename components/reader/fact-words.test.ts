import { expect, test } from 'vitest'
import { makeActor, makeCodebook } from '#/lib/codebook/testing/entries.ts'
import { newId } from '#/lib/id.ts'
import { CodebookView } from './codebook-view.ts'
import { keptFactWords } from './fact-words.ts'

const SANA = newId()
const CODEBOOK = new CodebookView({
  ...makeCodebook(),
  actors: [makeActor(SANA, 'SANA')],
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})
const say = (facts: Parameters<typeof keptFactWords>[0]) => keptFactWords(facts, CODEBOOK).map(({ full }) => full)

test('facts read in order: whether, how surely, when, where, who says so', () => {
  expect(
    say({
      reportedBy: `[{"actor":"${SANA}"},{"name":"a resident"}]`,
      place: 'Aleppo',
      placePoint: '36.2,37.16',
      placePrecision: 'near',
      date: '2024-11-30~',
      certainty: 'doubtful',
      status: 'negated',
    }),
  ).toEqual(['Negated', 'Doubtful', 'About 30 Nov 2024', 'Near Aleppo, 36.2, 37.16', 'Via SANA, citing a resident'])
})

test.each([
  [{ place: 'Aleppo' }, 'Aleppo'],
  [{ place: 'Aleppo', placePrecision: 'region' }, 'Aleppo (region)'],
  [{ place: 'حلب', placePoint: '36.2,37.16' }, '\u2068حلب\u2069, 36.2, 37.16'],
  [{ placePoint: '36.2,37.16', placePrecision: 'exact' }, '36.2, 37.16'],
  [{ placePoint: '36.2,37.16', placePrecision: 'near' }, 'Near 36.2, 37.16'],
])('the place %o is %s', (facts, words) => {
  expect(say(facts)).toEqual([words])
})

test('what is not known, or cannot be read, is not shown', () => {
  expect(say({})).toEqual([])
  expect(say({ date: 'soon', status: 'maybe', placePrecision: 'near' })).toEqual([])
})
