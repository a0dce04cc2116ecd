import type { MemoSubject } from '#/lib/talk/memo.ts'
import type { SampleAnalyst } from './sample-data.ts'

/** Who the person who signs in is called in the data. */
export type SampleTalker = SampleAnalyst | 'owner'

export interface SampleThread {
  /** The words of the statement that is discussed. */
  quote: string
  said: readonly (readonly [by: SampleTalker, text: string])[]
  assignee?: SampleTalker
  resolvedBy?: SampleTalker
}

export interface SampleMemo {
  on: Exclude<MemoSubject, 'workspace'>
  /** Title or name of what it is on. */
  name: string
  by: SampleAnalyst
  text: string
}

export const SAMPLE_THREADS: readonly SampleThread[] = [
  {
    quote: 'About 900, he said.',
    said: [
      ['layla', 'Do we cite this one at all, when it was corrected two weeks later?'],
      ['maren', 'Both. The number he gave is what others built on until the 19th.'],
    ],
    resolvedBy: 'layla',
  },
  {
    quote: 'no zones of cooperation, no sharing of intelligence, no target information',
    said: [
      ['dmitri', 'Is this opposing the memorandum? It supports the paper and opposes everything beyond it.'],
      ['layla', '@Sample Analyst, which do we take? The definition says nothing about half of a paper.'],
    ],
    assignee: 'owner',
  },
]

export const SAMPLE_MEMOS: readonly SampleMemo[] = [
  {
    on: 'document',
    name: 'The phone line that keeps two militaries apart over Syria',
    by: 'maren',
    text: 'The memorandum was never published: whatever a source says it contains is a claim about it, not its text.',
  },
  {
    on: 'actor',
    name: 'HTS',
    by: 'layla',
    text: 'Sources before 2017 mean its predecessors. Compare the date of the document before reading anything into a change of name.',
  },
  {
    on: 'theme',
    name: 'Accusation or denial',
    by: 'dmitri',
    text: 'Supports: the source accuses. Opposes: the source denies. A contradiction under this theme is therefore somebody who does both, which is not yet somebody who says both.',
  },
]
