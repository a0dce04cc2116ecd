import { expect, test } from 'vitest'
import type { MergeImpact } from './merge.ts'
import { mergeSentences } from './merge-sentence.ts'

const NOTHING: MergeImpact = { statements: 0, documents: 0, joined: 0, aliases: [], below: [], twins: [] }
const plain = (sentences: string[]) => sentences.map((sentence) => sentence.replace(/[\u2068\u2069]/g, ''))

test('everything that moves is counted, in the plural', () => {
  const impact: MergeImpact = { statements: 1041, documents: 12, joined: 3, aliases: ['A', 'B'], below: ['C', 'D', 'E', 'F'], twins: [] }
  expect(plain(mergeSentences('actor', impact, 'HTS'))).toEqual([
    '1,041 statements in 12 documents move to HTS.',
    '3 of them have both: the two tags become one.',
    '2 names become other names of HTS: A, B.',
    '4 actors below move along: C, D, E and 1 more.',
  ])
})

test('and in the singular', () => {
  const impact: MergeImpact = { statements: 1, documents: 1, joined: 1, aliases: ['A'], below: ['C'], twins: ['Air'] }
  expect(plain(mergeSentences('theme', impact, 'War'))).toEqual([
    '1 statement in 1 document moves to War.',
    '1 of them has both: the two tags become one.',
    '1 name becomes another name of War: A.',
    '1 theme below moves along: C.',
    '1 theme below has the name of one there and is merged too: Air.',
  ])
})

test('when nothing moves it says so', () => {
  expect(mergeSentences('actor', NOTHING, 'HTS')).toEqual(['No statement moves.'])
})
