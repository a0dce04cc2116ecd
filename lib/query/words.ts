import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { type Field, type ListField, MARKS, type Nearness, PASSAGES } from './query.ts'

/** The fields as they are written before a colon. */
export const FIELD_WORDS = {
  actor: 'actor',
  role: 'role',
  theme: 'theme',
  stance: 'stance',
  status: 'status',
  certainty: 'certainty',
  words: 'words',
  quote: 'quote',
  memo: 'memo',
  comment: 'comment',
  text: 'text',
  document: 'document',
  title: 'title',
  outlet: 'outlet',
  kind: 'kind',
  language: 'language',
  published: 'published',
  happened: 'happened',
  tagged: 'tagged',
  tagger: 'tagger',
  layer: 'layer',
  mark: 'is',
  passage: 'passage',
  id: 'excerpt',
} as const satisfies Record<Field, string>

/** The values of the fields that have only these. */
export const KNOWN_VALUES: Partial<Record<ListField, readonly string[]>> = {
  role: ROLES_IN_STATEMENT,
  stance: STANCES,
  status: STATUSES,
  certainty: CERTAINTIES,
  passage: PASSAGES,
  mark: MARKS,
}

/** What is written between two queries that have to be near. */
export const NEAR_WORDS: Record<Nearness, readonly string[]> = {
  'same-sentence': ['in', 'same', 'sentence', 'as'],
  'same-paragraph': ['in', 'same', 'paragraph', 'as'],
  'same-document': ['in', 'same', 'document', 'as'],
  overlapping: ['overlapping'],
  'followed-by': ['followed', 'by'],
}

/** Words that mean something between conditions: to search for one of them, it is put in quotation marks. */
export const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'as', 'with', 'without', 'in', 'overlapping', 'followed'])
