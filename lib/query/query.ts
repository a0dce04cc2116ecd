import type { Certainty, Status } from '#/lib/annotation/facts.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'

/**
 * Which excerpts are asked for: a tree of conditions. Its three forms: this one, text people read and write (`print.ts`,
 * `parse.ts`), and the same text with ids for names in the address (`address.ts`).
 */
export type Query = Group | Not | Near | Condition

/** All of some queries, or any of them. `all` of nothing asks nothing; what is normal has no other group of fewer than two. */
export type Group = { is: 'all'; of: Query[] } | { is: 'any'; of: Query[] }

export interface Not {
  is: 'not'
  of: Query
}

export const NEARNESSES = ['same-sentence', 'same-paragraph', 'same-document', 'overlapping', 'followed-by'] as const
export type Nearness = (typeof NEARNESSES)[number]

/**
 * Excerpts of `left` for which there is one of `right` in the same document, so near. Except for `followed-by` it may be the
 * same excerpt: two themes of one statement stand in one sentence.
 */
export interface Near {
  is: 'near'
  how: Nearness
  left: Query
  right: Query
}

/** One field asked about. Several values are alternatives. */
export type Condition = ActorCondition | ThemeCondition | DayCondition | ListCondition

export interface ActorCondition {
  is: 'actor'
  /** Ids. */
  values: string[]
  /** null: in any role. */
  role: ActorRole | null
  /** Whether who belongs to it, at any time, stands for it: what is below it, and members of it as a group. */
  members: boolean
}

export interface ThemeCondition {
  is: 'theme'
  /** Ids. */
  values: string[]
  /** Whether what is below a theme stands for it. */
  below: boolean
  /** The stance towards these themes; empty: any. */
  stances: Stance[]
}

/** First and last day, "YYYY-MM-DD", both included; null: open, at most one of them. An event matches when it may have been on one of the days. */
export interface DayCondition {
  is: DayField
  from: string | null
  to: string | null
}

export const DAY_FIELDS = ['published', 'happened', 'tagged'] as const
export type DayField = (typeof DAY_FIELDS)[number]

/** `new`: tagged by others since this person last had the document open. `edited`: its words changed since. `discussed`: an open discussion. `important`: somebody marked it so. */
export const MARKS = ['new', 'important', 'edited', 'discussed'] as const
export type Mark = (typeof MARKS)[number]

/** Whether the words of a passage are still there. A query that says nothing of it asks for attached ones. */
export const PASSAGES = ['attached', 'detached'] as const
export type Passage = (typeof PASSAGES)[number]

/** The fields with a list of values, and what these are. */
export interface ListValues {
  /** Annotation ids. */
  id: string
  role: ActorRole
  /** Towards any theme. */
  stance: Stance
  status: Status
  certainty: Certainty
  /** Ids of documents, of people, of layers. */
  document: string
  tagger: string
  layer: string
  /** Of the document, as stored; languages as BCP 47. */
  outlet: string
  kind: string
  language: string
  passage: Passage
  mark: Mark
  /** In quote or memo, as part of a word too, compared folded (lib/excerpt/fold.ts). */
  words: string
  /** Full text: words in any grammatical form, in the language of the document. Of the quote, and of the whole document. */
  quote: string
  text: string
  /** As part of a word too, without regard to case. */
  memo: string
  comment: string
  title: string
}
export type ListField = keyof ListValues
export type ListCondition = { [F in ListField]: { is: F; values: ListValues[F][] } }[ListField]

/** Fields whose values are words. */
export const WORD_FIELDS = ['words', 'quote', 'text', 'memo', 'comment', 'title'] as const satisfies ListField[]
export type WordField = (typeof WORD_FIELDS)[number]

export type Field = Condition['is']

/** The query that asks nothing: every attached excerpt. */
export const EVERYTHING: Readonly<Query> = Object.freeze({ is: 'all', of: Object.freeze([]) as unknown as Query[] })

/** All of these. */
export function allOf(...of: Query[]): Query {
  return { is: 'all', of }
}

/** A condition of a field with a list. */
export function oneOf<F extends ListField>(is: F, ...values: ListValues[F][]): ListCondition {
  return { is, values } as ListCondition
}

/** These excerpts and no others, detached or not. */
export function theseExcerpts(annotationIds: readonly string[]): Query {
  return allOf(oneOf('passage', 'attached', 'detached'), oneOf('id', ...annotationIds))
}

/** Whether a query is one condition. */
export function isCondition(query: Query): query is Condition {
  return query.is !== 'all' && query.is !== 'any' && query.is !== 'not' && query.is !== 'near'
}

/** What has to hold together on the top level. */
export function conjuncts(query: Query): Query[] {
  return query.is === 'all' ? query.of : [query]
}

/** All conditions of a query, wherever they stand. */
export function conditionsOf(query: Query): Condition[] {
  if (query.is === 'all' || query.is === 'any') return query.of.flatMap(conditionsOf)
  if (query.is === 'not') return conditionsOf(query.of)
  if (query.is === 'near') return [...conditionsOf(query.left), ...conditionsOf(query.right)]
  return [query]
}

/** How many times a query asks what is near. */
export function countNear(query: Query): number {
  if (query.is === 'all' || query.is === 'any') return query.of.reduce((sum, part) => sum + countNear(part), 0)
  if (query.is === 'not') return countNear(query.of)
  return query.is === 'near' ? 1 + countNear(query.left) + countNear(query.right) : 0
}
