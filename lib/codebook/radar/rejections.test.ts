import { expect, test } from 'vitest'
import { type MentionRejection, Rejections } from './rejections.ts'

const rejection = (given: Partial<MentionRejection>): MentionRejection => ({
  id: 'r',
  actorId: 'georgia',
  words: 'georgia',
  documentId: null,
  runs: null,
  ...given,
})
const left = (rejections: MentionRejection[], words: string, runs: [number, number, number][] = [[1, 10, 7]]) =>
  new Rejections(rejections, 'here').left(['georgia', 'state'], words, () => runs)

test('everywhere: the words, however they are written, of this actor only', () => {
  expect(left([rejection({})], 'GÉORGIA')).toEqual(['state'])
  expect(left([rejection({})], 'Georgian')).toEqual(['georgia', 'state'])
})

test('in one document', () => {
  expect(left([rejection({ documentId: 'here' })], 'Georgia')).toEqual(['state'])
  expect(left([rejection({ documentId: 'elsewhere' })], 'Georgia')).toEqual(['georgia', 'state'])
})

test('at one place: the same characters, wherever they stand now', () => {
  const here = rejection({ documentId: 'here', runs: [[1, 12, 3]] })
  expect(left([here], 'Georgia')).toEqual(['state'])
  expect(left([here], 'Georgia', [[1, 15, 7]])).toEqual(['georgia', 'state'])
  expect(left([here], 'Georgia', [[2, 10, 7]])).toEqual(['georgia', 'state'])
})
