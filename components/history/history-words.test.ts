import { expect, test } from 'vitest'
import type { Comparison, HistoryPoint, StatementChange } from '#/lib/version/history.ts'
import { comparedPoints } from './compared-points.ts'
import { comparisonWords, statementChangeWords } from './comparison-words.ts'
import { findPoint } from './find-point.ts'
import { groupByDay } from './group-by-day.ts'
import { pointTime } from './point-time.ts'
import { changeWords, peopleWords, pointLabel } from './point-words.ts'
import { restoreWords } from './restore-words.ts'

const NONE: Comparison['counts'] = {
  wordsAdded: 0,
  wordsRemoved: 0,
  passagesAdded: 0,
  passagesRemoved: 0,
  passagesChanged: 0,
  actorsAdded: 0,
  actorsRemoved: 0,
  themesAdded: 0,
  themesRemoved: 0,
}

const change = (kind: StatementChange['kind'], more: Partial<StatementChange> = {}): StatementChange => ({
  annotationId: kind,
  kind,
  by: 'layla',
  before: 'the words',
  after: 'the words',
  actorsAdded: [],
  actorsRemoved: [],
  themesAdded: [],
  themesRemoved: [],
  fields: [],
  ...more,
})

test.each<[Partial<Comparison['counts']>, string]>([
  [{ passagesAdded: 2, actorsRemoved: 1, wordsAdded: 14 }, '+2 passages, −1 actor, 14 words added'],
  [{ passagesAdded: 1, passagesRemoved: 3, wordsRemoved: 1 }, '+1 passage, −3 passages, 1 word removed'],
  [{ themesAdded: 1, passagesChanged: 1 }, '1 passage changed, +1 theme'],
  [{}, ''],
])('a comparison is said in one line: %o', (counts, words) => {
  expect(comparisonWords({ ...NONE, ...counts })).toBe(words)
})

test.each<[StatementChange, string]>([
  [change('added', { before: null }), 'New'],
  [change('removed', { after: null }), 'Removed'],
  [change('changed', { after: null }), 'Its words were deleted'],
  [change('changed', { before: null, fields: ['memo'] }), 'Its words came back; memo changed'],
  [change('changed', { after: 'other words' }), 'Words changed'],
  [change('changed', { fields: ['place', 'status'] }), 'Place, status changed'],
  [change('changed', { actorsAdded: ['a|source'] }), 'Tags changed'],
])('a changed statement says what happened to it: %o', (given, words) => {
  expect(statementChangeWords(given)).toBe(words)
})

test('a restore says what comes back, what goes, and that nothing is lost', () => {
  const comparison: Comparison = {
    text: [],
    statements: [change('removed'), change('removed'), change('added'), change('changed')],
    counts: { ...NONE, wordsRemoved: 120, wordsAdded: 34 },
  }
  expect(restoreWords(comparison, '12 Mar 14:05', 'text-and-tags')).toEqual([
    'The text goes back to 12 Mar 14:05: 120 words come back, 34 words go.',
    '2 statements come back, 1 statement goes back to how it was, 1 statement made since then is put aside and can be restored. Others keep working.',
    'Nothing is lost: the present state stays in the history.',
  ])
  expect(restoreWords(comparison, '12 Mar 14:05', 'text')[1]).toMatch(/^Statements stay as they are now/)
  expect(restoreWords({ text: [], statements: [], counts: NONE }, '14:05', 'text-and-tags')).toEqual([
    'The words are the same as at 14:05.',
    'Statements are the same as they are now.',
    'Nothing is lost: the present state stays in the history.',
  ])
})

const point = (at: number, more: Partial<HistoryPoint> = {}): HistoryPoint => ({
  seq: at,
  at,
  kind: 'automatic',
  versionId: null,
  name: '',
  by: null,
  people: [],
  changes: { text: 0, tags: 0 },
  ...more,
})

test('points are grouped by the day the reader lives in', () => {
  const now = new Date(2026, 2, 13, 0, 30).getTime()
  const at = (...date: [number, number, number, number]) => point(new Date(...date).getTime())
  const days = groupByDay([at(2026, 2, 13, 0), at(2026, 2, 12, 23), at(2026, 2, 12, 1), at(2026, 2, 2, 9), at(2025, 2, 2, 9)], now)
  expect(days.map(({ day, points }) => [day, points.length])).toEqual([
    ['Today', 1],
    ['Yesterday', 2],
    ['2 Mar', 1],
    ['2 Mar 2025', 1],
  ])
  expect(pointTime(new Date(2026, 2, 13, 0, 5).getTime(), now)).toBe('00:05')
  expect(pointTime(new Date(2026, 2, 12, 14, 5).getTime(), now)).toBe('12 Mar 14:05')
})

test('points are named by people, by what happened, or by their time', () => {
  const now = new Date(2026, 2, 13, 12).getTime()
  expect(pointLabel(point(now, { kind: 'named', name: 'Before review' }), now)).toBe('Before review')
  expect(pointLabel(point(now, { kind: 'imported' }), now)).toBe('Imported')
  expect(pointLabel(point(now), now)).toBe('12:00')
  expect(changeWords({ text: 34, tags: 3 })).toBe('text edited, 3 changes to statements')
  expect(changeWords({ text: 34, tags: 0 })).toBe('text edited')
  expect(changeWords({ text: 0, tags: 1 })).toBe('1 change to statements')
  expect(['a', 'b', 'c', ''].map((_, i) => peopleWords(['Layla', 'Tomas', 'Maren'].slice(0, i)))).toEqual([
    '',
    'Layla',
    'Layla and Tomas',
    'Layla and 2 others',
  ])
})

test('a point is found again by its name, and by its row also when work went on', () => {
  const points = [
    point(905),
    point(850, { kind: 'named', versionId: 'v', name: 'Before review' }),
    point(800),
    point(1, { kind: 'imported' }),
  ]
  const found = (key: string | null) => findPoint(points, key)?.seq
  expect([null, 'v', '850', '905', '800'].map(found)).toEqual([905, 850, 850, 905, 800])
  // 900 was the newest when it was opened, 820 was made part of what led to 850
  expect(['900', '820', '0', '2000', 'deleted'].map(found)).toEqual([905, 850, 1, 905, 905])
  expect(findPoint([], null)).toBeUndefined()
})

test('a point is compared with the one before it as listed, with now, or with any other', () => {
  const points = [point(900), point(850, { kind: 'named', versionId: 'v' }), point(800), point(700, { kind: 'restored', versionId: 'r' })]
  const [now, named, , restored] = points as [HistoryPoint, HistoryPoint, HistoryPoint, HistoryPoint]
  const seqs = (of: HistoryPoint, against: string, shown = points) => {
    const pair = comparedPoints(of, against, shown, points)
    return pair && [pair.from.seq, pair.to.seq]
  }
  expect(seqs(named, 'before')).toEqual([800, 850])
  expect(seqs(named, 'before', [named, restored])).toEqual([700, 850])
  expect(seqs(named, 'now')).toEqual([850, 900])
  expect(seqs(named, 'r')).toEqual([700, 850])
  expect(seqs(restored, 'v')).toEqual([700, 850])
  expect(seqs(restored, 'before')).toBeNull()
  expect(seqs(now, 'now')).toBeNull()
})
