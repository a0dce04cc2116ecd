import { codeName } from '#/lib/annotation/code-word.ts'
import { CERTAINTIES, type Certainty, STATUSES, type Status } from '#/lib/annotation/facts.ts'
import { namesOf, ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { languageName } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { readDays } from '#/lib/query/days.ts'
import { type Dimension, plus, withKey, withoutField } from '#/lib/query/facet-keys.ts'
import { type DayField, type ListCondition, MARKS, type Mark, oneOf, type Query, type WordField } from '#/lib/query/query.ts'
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
 * What a typed text may mean, best first: days of publication, of the event and of tagging, names that begin with it, that have a word which does, that contain it;
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
  return [...dayOptions(query), ...ranked.slice(0, limit).map(({ option }) => option), ...wordOptions(typed.trim())]
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
    option('memo', t('Memo'), t('in memos of excerpts')),
    option('comment', t('Comment'), t('in discussions')),
    option('title', t('Title'), t('in titles of documents')),
  ]
}

export function markName(mark: Mark): string {
  if (mark === 'new') return t('New since your last visit')
  if (mark === 'important') return t('Marked as important')
  return mark === 'edited' ? t('Text edited since tagging') : t('With an open discussion')
}

/** "2017", "2017-03", "2017-03-14", "2016-2018" or "2016 to 2018": when it was published, happened, or was tagged. */
function dayOptions(query: string): FilterOption[] {
  const years = /^(\d{4})\s*(?:-|to)\s*(\d{4})$/.exec(query)
  const written = years ? years.slice(1).sort().join('..') : query.replace(/\s*(?:to|–)\s*/, '..')
  const days = /^(1[89]|20)\d\d/.test(written) ? readDays(written) : null
  if (!days) return []
  const [first, last = first] = written.split('..') as [string, string?]
  const label = first === last ? first : t('{from} to {to}', { from: first, to: last })
  const during = (is: DayField) => (asked: Query) => plus(withoutField(asked, is), { is, ...days })
  return [
    { id: 'published', field: t('Published'), label, detail: '', apply: during('published') },
    { id: 'happened', field: t('Happened'), label, detail: '', apply: during('happened') },
    { id: 'tagged', field: t('Tagged'), label, detail: '', apply: during('tagged') },
  ]
}
