import { expect, it } from 'vitest'
import { outcomeSentence, paragraphSentence, percentKept, statementSentence } from './edition-sentences.ts'

const changed = (count: number) => Array.from({ length: count }, () => ({ annotationId: '', before: '', after: '' }))
const lost = (count: number) => Array.from({ length: count }, () => ({ annotationId: '', before: '', candidates: [] }))

it.each([
  [12, 2, 1, '12 statements keep all their words, 2 statements keep some of their words, 1 statement loses all its words.'],
  [0, 1, 3, '1 statement keeps some of its words, 3 statements lose all their words.'],
  [0, 0, 1, '1 statement loses all its words.'],
  [1, 0, 0, '1 statement keeps all its words.'],
  [0, 0, 0, 'No statement is on this text.'],
])('%i kept, %i changed, %i lost: "%s"', (kept, some, none, told) => {
  expect(statementSentence({ kept, changed: changed(some), lost: lost(none) })).toBe(told)
})

it.each([
  [{ changed: 14, added: 2, removed: 1, moved: 0 }, '14 paragraphs changed, 2 paragraphs added, 1 paragraph removed.'],
  [{ changed: 0, added: 0, removed: 0, moved: 1 }, '1 paragraph moved.'],
  [{ changed: 0, added: 0, removed: 0, moved: 0 }, 'No paragraph changes its words; only formats do.'],
])('%o: "%s"', (counts, told) => expect(paragraphSentence(counts)).toBe(told))

it('never claims that everything stays while something goes', () => {
  expect([0, 0.724, 0.9999, 1].map(percentKept)).toEqual(['0 %', '72 %', '99 %', '100 %'])
})

it.each([
  [2, 1, '2 statements kept, 1 statement needs you.'],
  [1, 0, '1 statement kept.'],
  [0, 3, '3 statements need you.'],
  [0, 0, 'No statement is on this text.'],
])('what became of the statements: %i kept, %i lost', (kept, lost, sentence) => {
  expect(outcomeSentence(kept, lost)).toBe(sentence)
})
