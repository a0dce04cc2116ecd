import { expect, test } from 'vitest'
import type { Belongings, MergeImpact } from './merge.ts'
import { mergeSentences } from './merge-sentence.ts'

const NONE: Belongings = { identifiers: 0, designations: 0, memberships: 0, memos: 0 }
const NOTHING: MergeImpact = { statements: 0, documents: 0, joined: 0, aliases: [], below: [], twins: [], along: NONE }
const plain = (sentences: string[]) => sentences.map((sentence) => sentence.replace(/[\u2068\u2069]/g, ''))

test('everything that moves is counted, in the plural', () => {
  const impact: MergeImpact = {
    statements: 1041,
    documents: 12,
    joined: 3,
    aliases: ['A', 'B'],
    below: ['C', 'D', 'E', 'F'],
    twins: [],
    along: { ...NONE, identifiers: 1, designations: 3, memos: 1 },
  }
  expect(plain(mergeSentences('actor', impact, 'HTS'))).toEqual([
    '1,041 statements in 12 documents move to HTS.',
    '3 of them have both: the two tags become one.',
    '2 names become other names of HTS: A, B.',
    '4 actors below move along: C, D, E and 1 more.',
    '1 identifier, 3 designations and 1 memo go along; nothing is doubled.',
  ])
})

test('and in the singular', () => {
  const impact: MergeImpact = {
    statements: 1,
    documents: 1,
    joined: 1,
    aliases: ['A'],
    below: ['C'],
    twins: ['Air'],
    along: { ...NONE, memos: 1 },
  }
  expect(plain(mergeSentences('theme', impact, 'War'))).toEqual([
    '1 statement in 1 document moves to War.',
    '1 of them has both: the two tags become one.',
    '1 name becomes another name of War: A.',
    '1 theme below moves along: C.',
    '1 theme below has the name of one there and is merged too: Air.',
    '1 memo goes along; nothing is doubled.',
  ])
})

test('when nothing moves it says so', () => {
  expect(mergeSentences('actor', NOTHING, 'HTS')).toEqual(['No statement moves.'])
})
