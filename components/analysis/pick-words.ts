import type { AnalysisView } from '#/lib/analysis/view.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { roleName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import { type ActorCondition, type Condition, conditionsOf, type DayCondition, type ThemeCondition } from '#/lib/query/query.ts'

type Names = Pick<NameBook, 'actor' | 'themes'>

/** What was chosen in a picture, in a few words: "Russian MoD, Source × Hotline", "Russia → Turkey", "1 Mar 2017 to 31 Mar 2017". */
export function pickWords({ pane, query }: NonNullable<AnalysisView['pick']>, book: Names): string {
  const conditions = conditionsOf(query)
  const actors = conditions.filter((one): one is ActorCondition => one.is === 'actor')
  const actorWords = (some: readonly ActorCondition[]) => named(some, (id) => book.actor(id)?.name ?? t('Deleted actor'))
  if (pane === 'timeline') return daysWords(conditions)
  if (pane === 'matrix') {
    const themes = conditions.filter((one): one is ThemeCondition => one.is === 'theme')
    const role = actors[0]?.role
    const parts = [
      actors.length > 0 && [actorWords(actors), role && roleName(role)].filter(Boolean).join(', '),
      ...themes.map((theme) => named([theme], (id) => book.themes.path(id).at(-1) ?? t('Deleted theme'))),
    ]
    return parts.filter(Boolean).join(' × ')
  }
  const [from, to] = [actors.filter(({ role }) => role === 'source'), actors.filter(({ role }) => role === 'recipient')]
  return query.is === 'all' && from.length > 0 && to.length > 0 ? `${actorWords(from)} → ${actorWords(to)}` : actorWords(actors)
}

/** Of several the first, and how many more. */
function named(conditions: readonly { values: readonly string[] }[], nameOf: (id: string) => string): string {
  const [first, ...more] = [...new Set(conditions.flatMap(({ values }) => values))].map(nameOf)
  if (more.length > 1) return t('{first} and {more} more', { first: first ?? '', more: more.length })
  return [first, ...more].join(', ')
}

function daysWords(conditions: readonly Condition[]): string {
  const days = conditions.find((one): one is DayCondition => 'from' in one && one.from !== null && one.to !== null)
  return days?.from && days.to ? t('{from} to {to}', { from: shortDate(days.from), to: shortDate(days.to) }) : ''
}
