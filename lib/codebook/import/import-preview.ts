import type { Theme } from '../codebook.ts'
import { sameJson } from '../codebook-state.ts'
import type { WholeActor } from '../whole-codebook.ts'
import type { ImportPlan, ImportStep } from './import-plan.ts'

/** Lines of each sort that are sent; more would not be read. */
export const MOST_SHOWN = 200

/** An entry that changes, and what of it, in words. */
export interface ShownChange {
  sort: 'actor' | 'theme'
  name: string
  fields: string[]
}

/** What an import would do, for people. The lists are cut at `MOST_SHOWN`, the counts are not. */
export interface ImportPreview {
  /** The version of the codebook it was worked out for. */
  version: number
  added: { actors: number; themes: number; kinds: number }
  changed: { actors: number; themes: number }
  unchanged: number
  addedNames: { sort: 'actor' | 'theme' | 'kind'; name: string }[]
  changes: ShownChange[]
  clashes: { count: number; shown: string[] }
  lost: { count: number; shown: string[] }
}

/** What it did. */
export interface CodebookImported {
  ok: true
  /** The version of the codebook with it; null when the file changed nothing. */
  version: number | null
  added: number
  changed: number
}

const FIELD_WORDS: Partial<Record<keyof WholeActor | keyof Theme, string>> = {
  name: 'name',
  parentId: 'place',
  position: 'place',
  kind: 'kind',
  description: 'description',
  definition: 'definition',
  aliases: 'other names',
  memberships: 'groups',
  externalIds: 'external ids',
  designations: 'designations',
  include: 'when to use it',
  exclude: 'when not to',
  examples: 'examples',
  hotkey: 'key',
  hue: 'colour',
  state: 'state',
}

/** @param notes what was already left out when the file was read */
export function previewOf(plan: ImportPlan, version: number, notes: readonly string[]): ImportPreview {
  const { kinds, actors, themes } = plan
  const isNew = ({ before }: ImportStep<unknown>) => before === null
  const named = (sort: 'actor' | 'theme', steps: readonly ImportStep<{ name: string }>[]) =>
    steps.filter(isNew).map(({ after }) => ({ sort, name: after.name }))
  const addedNames = [...kinds.map(({ name }) => ({ sort: 'kind' as const, name })), ...named('actor', actors), ...named('theme', themes)]
  const changes = [...changesOf('actor', actors), ...changesOf('theme', themes)]
  const lost = [...notes, ...plan.lost]
  const count = (steps: readonly ImportStep<unknown>[], wanted: boolean) => steps.filter((step) => isNew(step) === wanted).length
  return {
    version,
    added: { actors: count(actors, true), themes: count(themes, true), kinds: kinds.length },
    changed: { actors: count(actors, false), themes: count(themes, false) },
    unchanged: plan.unchanged,
    addedNames: addedNames.slice(0, MOST_SHOWN),
    changes: changes.slice(0, MOST_SHOWN),
    clashes: { count: plan.clashes.length, shown: plan.clashes.slice(0, MOST_SHOWN) },
    lost: { count: lost.length, shown: lost.slice(0, MOST_SHOWN) },
  }
}

function changesOf(sort: 'actor' | 'theme', steps: readonly ImportStep<WholeActor | Theme>[]): ShownChange[] {
  return steps.flatMap(({ before, after }) => {
    if (!before) return []
    const fields = Object.entries(FIELD_WORDS).flatMap(([field, words]) =>
      sameJson(plain(before[field as keyof typeof before]), plain(after[field as keyof typeof after])) ? [] : [words],
    )
    return [{ sort, name: before.name, fields: [...new Set(fields)] }]
  })
}

/** Ids of other names say nothing. */
function plain(value: unknown): unknown {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'object' && one !== null ? { ...one, id: null } : one)) : value
}
