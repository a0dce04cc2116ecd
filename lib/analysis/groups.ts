import type { Actor, ActorRole, Stance, Theme } from '#/lib/codebook/codebook.ts'
import { type Nested, pathIn } from '#/lib/codebook/theme-tree.ts'
import type { ActorCondition, ThemeCondition } from '#/lib/query/query.ts'

/** What entries of the codebook are counted as: each on its own, or all under the one at the top. */
export interface Groups {
  /** By the id of an entry that of the one it is counted as; entries that are not here are not counted. */
  of: ReadonlyMap<string, string>
  /** The ids that are counted as an entry. */
  members(id: string): readonly string[]
  /** Whether anything is below an entry. */
  hasBelow(id: string): boolean
}

/** @param together whether those under one entry are counted as the one at the top */
export function groupsOf(entries: readonly Nested[], together: boolean): Groups {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const of = new Map(entries.map(({ id }) => [id, together ? (pathIn(byId, id)[0]?.id ?? id) : id]))
  const members = Map.groupBy(of.keys(), (id) => of.get(id) as string)
  const parents = new Set(entries.map(({ parentId }) => parentId))
  return { of, members: (id) => members.get(id) ?? [], hasBelow: (id) => parents.has(id) }
}

export const actorGroups = (actors: readonly Actor[], rows: 'actor' | 'parent'): Groups => groupsOf(actors, rows === 'parent')
export const themeGroups = (themes: readonly Theme[], columns: 'theme' | 'branch'): Groups => groupsOf(themes, columns === 'branch')

/** The most ids that are written out: an address with more would be too long for some servers. */
const WRITTEN_OUT = 150

/** Asks for excerpts with any actor that is counted as one of these. */
export function asksActors(groups: Groups, ids: readonly string[], role: ActorRole | null): ActorCondition {
  const values = ids.flatMap((id) => groups.members(id))
  return values.length > WRITTEN_OUT
    ? { is: 'actor', values: [...ids], role, members: true }
    : { is: 'actor', values, role, members: false }
}

/** Asks for excerpts with any theme that is counted as one of these. */
export function asksThemes(groups: Groups, ids: readonly string[], stances: readonly Stance[]): ThemeCondition {
  // Where nothing is below, both say the same: the shorter one is written.
  const below = ids.every((id) => !groups.hasBelow(id)) || ids.some((id) => groups.members(id).length > 1)
  return { is: 'theme', values: [...ids], below, stances: [...stances] }
}
