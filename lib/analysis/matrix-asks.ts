import { type ActorRole, ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import { normalise } from '#/lib/query/normalise.ts'
import { conjuncts, type Nearness, oneOf, type Query } from '#/lib/query/query.ts'
import { asksActors, asksThemes, type Groups } from './groups.ts'
import type { ViewSettings } from './view.ts'

/** The roles and stances a view counts. */
export const roleOf = ({ role }: Pick<ViewSettings, 'role'>): ActorRole | null => (role === 'any' ? null : role)
export const stancesOf = ({ stance }: Pick<ViewSettings, 'stance'>): Stance[] => (stance === 'any' ? [] : [stance])

/** More ids than this are asked for as any: an address that lists them would be too long for some servers. */
const WRITTEN_OUT = 150

/** What cells of actors by themes count, beside the query of the page: any of the rows with any of the columns. */
export function cellAsk(
  view: Pick<ViewSettings, 'role' | 'stance'>,
  groups: { actors: Groups; themes: Groups },
  rows: readonly string[],
  columns: readonly string[],
): Query {
  const [role, stances] = [roleOf(view), stancesOf(view)]
  const anyActor = role ? oneOf('role', role) : oneOf('role', ...ROLES_IN_STATEMENT)
  const anyTheme = oneOf('stance', ...(stances.length > 0 ? stances : STANCES))
  return normalise({
    is: 'all',
    of: [
      rows.length > WRITTEN_OUT ? anyActor : asksActors(groups.actors, rows, role),
      columns.length > WRITTEN_OUT ? anyTheme : asksThemes(groups.themes, columns, stances),
    ],
  })
}

const NEARNESS: Record<Exclude<ViewSettings['within'], 'statement'>, Nearness> = {
  sentence: 'same-sentence',
  paragraph: 'same-paragraph',
  document: 'same-document',
}

/**
 * What cells of themes by themes count, beside the query of the page: statements on any of the rows with one that the page asks for,
 * on any of the columns, so near. Without columns: whatever is near.
 */
export function togetherAsk(
  page: Query,
  within: ViewSettings['within'],
  themes: Groups,
  rows: readonly string[],
  columns: readonly string[],
): Query {
  const left = asksThemes(themes, rows.slice(0, WRITTEN_OUT), [])
  if (columns.length === 0) return left
  const right = asksThemes(themes, columns.slice(0, WRITTEN_OUT), [])
  if (within === 'statement') return normalise({ is: 'all', of: [left, right] })
  return normalise({ is: 'near', how: NEARNESS[within], left, right: { is: 'all', of: [...conjuncts(page), right] } })
}
