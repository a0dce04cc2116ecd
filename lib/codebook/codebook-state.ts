import type { ActorKind } from './actor-kinds.ts'
import type { Actor, Theme } from './codebook.ts'
import { CODEBOOK_SECTIONS, type CodebookDifference, type CodebookPatch, type CodebookState, type EntryFields } from './codebook-change.ts'

/** Entries as the queries list them; what is absent is not looked at. */
export interface ListedEntries {
  actors?: readonly Actor[]
  themes?: readonly Theme[]
  /** All kinds, in order. */
  kinds?: readonly ActorKind[]
  /** For every merged id, the id it was merged into: not followed any further. */
  merged?: Readonly<Record<string, string>>
}

/** Listed entries as a state. Only the sections that are given can differ from another state of the same sections. */
export function codebookState({ actors = [], themes = [], kinds = [], merged = {} }: ListedEntries): CodebookState {
  return {
    actors: byId(actors),
    themes: byId(themes),
    kinds: Object.fromEntries(kinds.map(({ slug, ...kind }, position) => [slug, { ...kind, position }])),
    merged: Object.fromEntries(Object.entries(merged).map(([id, into]) => [id, { into }])),
  }
}

const byId = (entries: readonly { id: string }[]): Record<string, EntryFields> =>
  Object.fromEntries(entries.map(({ id, ...fields }) => [id, fields]))

/**
 * What leads from one state to another. Give the entries that a change touched as they were and as they are: an entry on one
 * side only was made or went.
 */
export function codebookDifference(was: ListedEntries, is: ListedEntries): CodebookDifference {
  return stateDifference(codebookState(was), codebookState(is))
}

/** {@link codebookDifference} of whole states. */
export function stateDifference(was: CodebookState, is: CodebookState): CodebookDifference {
  const before: Record<string, Record<string, EntryFields | null>> = {}
  const after: Record<string, Record<string, EntryFields | null>> = {}
  for (const section of CODEBOOK_SECTIONS) {
    for (const id of new Set([...Object.keys(was[section]), ...Object.keys(is[section])])) {
      const sides = entryDifference(was[section][id], is[section][id])
      if (!sides) continue
      before[section] ??= {}
      after[section] ??= {}
      before[section][id] = sides[0]
      after[section][id] = sides[1]
    }
  }
  return { before, after }
}

function entryDifference(was: EntryFields | undefined, is: EntryFields | undefined): [EntryFields | null, EntryFields | null] | undefined {
  if (!was || !is) return was || is ? [was ?? null, is ?? null] : undefined
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !sameJson(was[field], is[field]))
  if (changed.length === 0) return undefined
  const pick = (from: EntryFields): EntryFields => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]))
  return [pick(was), pick(is)]
}

/** Whether two values of plain JSON are equal; what is absent equals null. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameJson(a[key as keyof typeof a], b[key as keyof typeof b]))
}

/** A state with one side of a change put upon it. */
export function patchState(state: CodebookState, patch: CodebookPatch): CodebookState {
  const next = { ...state }
  for (const section of CODEBOOK_SECTIONS) {
    const patches = patch[section]
    if (!patches) continue
    const entries = { ...state[section] }
    for (const [id, fields] of Object.entries(patches)) {
      if (fields === null) delete entries[id]
      else entries[id] = { ...entries[id], ...fields }
    }
    next[section] = entries
  }
  return next
}

/**
 * The codebook as it was at a version, from what it is now: the changes after that version are taken back, the last one first.
 * @param changes all changes after the version, in any order; earlier ones are not looked at
 */
export function stateAtVersion(
  present: CodebookState,
  changes: readonly { version: number; before: CodebookPatch }[],
  version: number,
): CodebookState {
  return changes
    .filter((change) => change.version > version)
    .sort((a, b) => b.version - a.version)
    .reduce((state, change) => patchState(state, change.before), present)
}
