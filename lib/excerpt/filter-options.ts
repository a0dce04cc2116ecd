import { codeName } from '#/lib/annotation/code-word.ts'
import { CERTAINTIES, type Certainty, STATUSES, type Status } from '#/lib/annotation/facts.ts'
import { namesOf, ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { languageName } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { type Dimension, plus, withKey, withoutField } from '#/lib/query/facet-keys.ts'
import { type ListCondition, MARKS, type Mark, oneOf, type Query, type WordField } from '#/lib/query/query.ts'
import type { FilterNames } from './filter-names.ts'
import { fold } from './fold.ts'
import { indexThemes } from './theme-index.ts'

/** Something a filter can be made to ask, as it is offered while typing. */
export interface FilterOption {
  /** Unique among the options. */
  id: string
  field: string
  label: string
  /** What tells it from others of the same label: the path of a theme, the outlet of a document. */
  detail: string
  apply(query: Query): Query
}

/** Options prepared for matching. */
export interface FilterOptions {
  all: readonly { option: FilterOption; names: readonly string[] }[]
}

const FIELDS: Record<Dimension, string> = {
  get actor() {
    return t('Actor')
  },
  get theme() {
    return t('Theme')
  },
  get role() {
    return t('Role')
  },
  get stance() {
    return t('Stance')
  },
  get status() {
    return t('Status')
  },
  get certainty() {
    return t('Certainty')
  },
  get document() {
    return t('Document')
  },
  get outlet() {
    return t('Outlet')
  },
  get kind() {
    return t('Kind of document')
  },
  get language() {
    return t('Language')
  },
  get tagger() {
    return t('Tagger')
  },
}

/** The word for what a dimension says of an excerpt. */
export function fieldName(dimension: Dimension): string {
  return FIELDS[dimension]
}

/** Everything that can be asked by name. Build it once per codebook. */
export function buildFilterOptions({ codebook, documents, people }: FilterNames): FilterOptions {
  const themes = indexThemes(codebook.themes)
  const entry = (dimension: Dimension, key: string, label: string, detail = '', others: readonly string[] = []) => ({
    option: {
      id: `${dimension} ${key}`,
      field: FIELDS[dimension],
      label,
      detail,
      apply: (query: Query) => withKey(query, dimension, key),
    },
    names: [label, ...others, FIELDS[dimension]].map(fold),
  })
  const once = (asked: ListCondition, field: string, label: string, others: readonly string[] = []) => ({
    option: { id: `${asked.is} ${label}`, field, label, detail: '', apply: (query: Query) => plus(withoutField(query, asked.is), asked) },
    names: [label, field, ...others].map(fold),
  })
  const outlets = new Set(documents.map((document) => document.outlet).filter(Boolean))
  return {
    all: [
      ...codebook.actors.map((actor) => entry('actor', actor.id, actor.name, '', namesOf(actor).slice(1))),
      ...codebook.themes.map((theme) => entry('theme', theme.id, theme.name, themes.path(theme.id).slice(0, -1).join(' › '))),
      ...STANCES.map((stance) => entry('stance', stance, stanceName(stance))),
      ...ROLES_IN_STATEMENT.map((role) => entry('role', role, roleName(role))),
      ...STATUSES.map((status) => entry('status', status, factName(status))),
      ...CERTAINTIES.map((certainty) => entry('certainty', certainty, factName(certainty))),
      ...[...new Set(documents.map((document) => document.language))].map((tag) => entry('language', tag, languageName(tag), '', [tag])),
      ...people.map((person) => entry('tagger', person.id, person.name)),
      ...documents.map((document) => entry('document', document.id, document.title, document.outlet)),
      ...[...outlets].map((outlet) => entry('outlet', outlet, outlet)),
      ...MARKS.map((mark) => once(oneOf('mark', mark), t('Excerpt'), markName(mark))),
      once(oneOf('passage', 'detached'), t('Passage'), t('Detached only'), ['orphan']),
      once(oneOf('passage', 'attached', 'detached'), t('Passage'), t('Detached too'), ['orphan']),
    ],
  }
}

export function stanceName(stance: (typeof STANCES)[number]): string {
  return stance === 'none' ? t('No stance') : codeName(stance)
}

export function factName(fact: Status | Certainty): string {
  return codeName(fact)
}

export function roleName(role: (typeof ROLES_IN_STATEMENT)[number]): string {
  return codeName(role)
}

/**
 * What a typed text may mean, best first: years of publication and of the event, names that begin with it, that have a word which does, that contain it;
 * last the words themselves, to be searched for. Nothing typed offers the first of everything.
 */
export function matchFilterOptions({ all }: FilterOptions, typed: string, limit = 12): FilterOption[] {
  const query = fold(typed)
  if (!query) return all.slice(0, limit).map(({ option }) => option)
  const ranked = all.flatMap(({ option, names }) => {
    const rank = Math.min(...names.map((name) => rankOf(name, query)))
    return rank < NO_MATCH ? [{ option, rank }] : []
  })
  ranked.sort((a, b) => a.rank - b.rank || a.option.label.length - b.option.label.length)
  return [...yearOptions(query), ...ranked.slice(0, limit).map(({ option }) => option), ...wordOptions(typed.trim())]
}

const NO_MATCH = 3

function rankOf(name: string, query: string): number {
  const at = name.indexOf(query)
  return at === 0 ? 0 : at < 0 ? NO_MATCH : name.includes(` ${query}`) ? 1 : 2
}

/** Where words can be searched for, the most wanted place first. */
function wordOptions(words: string): FilterOption[] {
  const option = (field: WordField, name: string, detail: string): FilterOption => ({
    id: `${field} typed`,
    field: name,
    label: words,
    detail,
    apply: (query) => plus(query, oneOf(field, words)),
  })
  return [
    option('words', t('Words'), t('in quotes and memos, letter by letter')),
    option('quote', t('Quote'), t('in quotes, in any form of the words')),
    option('text', t('Document text'), t('anywhere in the document, in any form of the words')),
    option('comment', t('Comment'), t('in discussions')),
  ]
}

export function markName(mark: Mark): string {
  if (mark === 'new') return t('New since your last visit')
  if (mark === 'important') return t('Marked as important')
  return mark === 'edited' ? t('Text edited since tagging') : t('With an open discussion')
}

/** "2017" or "2016-2018": when it was published, or when it happened. */
function yearOptions(query: string): FilterOption[] {
  const match = /^(1[89]\d\d|20\d\d)(?:\s*(?:-|to)\s*(1[89]\d\d|20\d\d))?$/.exec(query)
  if (!match?.[1]) return []
  const [from, to] = [match[1], match[2] ?? match[1]].sort() as [string, string]
  const [first, last] = [`${from}-01-01`, `${to}-12-31`]
  const label = from === to ? from : t('{from} to {to}', { from, to })
  const during = (is: 'published' | 'happened') => (query: Query) => plus(withoutField(query, is), { is, from: first, to: last })
  return [
    { id: 'published', field: t('Published'), label, detail: '', apply: during('published') },
    { id: 'happened', field: t('Happened'), label, detail: '', apply: during('happened') },
  ]
}
