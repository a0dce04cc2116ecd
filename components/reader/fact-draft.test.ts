import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { countFacts, type FactDraft, factChanges, factDraftOf, NO_FACTS } from './fact-draft.ts'
import { readFactDraft } from './read-fact-draft.ts'

const ACTOR = newId()
const FULL: FactDraft = {
  status: 'planned',
  certainty: 'probable',
  date: '27 Nov – 8 Dec 2024',
  place: ' Aleppo\n',
  placePoint: '36.2021 N, 37.1343 E',
  placePrecision: 'near',
  reportedBy: [{ actor: ACTOR }, { name: 'a resident' }],
}
const KEPT = {
  status: 'planned',
  certainty: 'probable',
  date: '2024-11-27/2024-12-08',
  place: 'Aleppo',
  placePoint: '36.2021,37.1343',
  placePrecision: 'near',
  reportedBy: `[{"actor":"${ACTOR}"},{"name":"a resident"}]`,
}

test('what was typed is kept in one form, and comes back in words', () => {
  expect(readFactDraft(FULL)).toEqual({ ok: true, values: KEPT })
  expect(factDraftOf(KEPT)).toEqual({ ...FULL, place: 'Aleppo', placePoint: '36.2021, 37.1343' })
  expect(readFactDraft(factDraftOf(KEPT))).toEqual({ ok: true, values: KEPT })
})

test('nothing filled in is nothing kept', () => {
  expect(countFacts(NO_FACTS)).toBe(0)
  expect(countFacts({ ...NO_FACTS, reportedBy: [{ name: 'x' }] })).toBe(1)
  expect(readFactDraft(NO_FACTS)).toEqual({ ok: true, values: Object.fromEntries(Object.keys(KEPT).map((field) => [field, ''])) })
})

test('a date or point that cannot be read stops it and names the field', () => {
  expect(readFactDraft({ ...FULL, date: 'soon' })).toMatchObject({ ok: false, field: 'date' })
  expect(readFactDraft({ ...FULL, placePoint: '36' })).toMatchObject({ ok: false, field: 'placePoint' })
})

test('a precision without a place is left out', () => {
  expect(readFactDraft({ ...NO_FACTS, placePrecision: 'near' })).toMatchObject({ values: { placePrecision: '' } })
})

test('only what was changed is written; what was emptied is taken out', () => {
  expect(factChanges({ date: '2024', status: 'planned' }, { ...KEPT, date: '', status: 'planned' })).toEqual({
    date: '',
    certainty: 'probable',
    place: 'Aleppo',
    placePoint: '36.2021,37.1343',
    placePrecision: 'near',
    reportedBy: KEPT.reportedBy,
  })
  expect(factChanges(KEPT, KEPT)).toEqual({})
})
