import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { normalise } from '#/lib/query/normalise.ts'
import { conjuncts, type Nearness, type Query } from '#/lib/query/query.ts'
import { asksActors, asksThemes, type Groups } from './groups.ts'
import type { ViewSettings } from './view.ts'

/** The roles and stances a view counts. */
export const roleOf = ({ role }: Pick<ViewSettings, 'role'>): ActorRole | null => (role === 'any' ? null : role)
export const stancesOf = ({ stance }: Pick<ViewSettings, 'stance'>): Stance[] => (stance === 'any' ? [] : [stance])

/** What a cell of actors by themes counts, beside the query of the page. No row or no column: all of them. */
export function cellAsk(
  view: Pick<ViewSettings, 'role' | 'stance'>,
  groups: { actors: Groups; themes: Groups },
  row: string,
  column: string,
): Query {
  return normalise({
    is: 'all',
    of: [asksActors(groups.actors, [row], roleOf(view)), asksThemes(groups.themes, [column], stancesOf(view))],
  })
}

const NEARNESS: Record<Exclude<ViewSettings['within'], 'statement'>, Nearness> = {
  sentence: 'same-sentence',
  paragraph: 'same-paragraph',
  document: 'same-document',
}

/** What a cell of themes by themes counts: statements on the first with one that the page asks for, on the second, so near. */
export function togetherAsk(page: Query, within: ViewSettings['within'], themes: Groups, row: string, column: string): Query {
  const [left, right] = [asksThemes(themes, [row], []), asksThemes(themes, [column], [])]
  if (within === 'statement') return normalise({ is: 'all', of: [left, right] })
  return normalise({ is: 'near', how: NEARNESS[within], left, right: { is: 'all', of: [...conjuncts(page), right] } })
}
