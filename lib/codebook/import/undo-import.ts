import { sameJson } from '../codebook-state.ts'
import type { WholeCodebook } from '../whole-codebook.ts'
import type { ImportStep, ImportUndo } from './import-plan.ts'

/** What takes an import back. */
export interface ImportUndoPlan {
  /** Entries it changed: what nobody changed since is what it was. */
  actors: ImportUndo['actors']
  themes: ImportUndo['themes']
  /** Ids of entries it made. */
  gone: { actors: string[]; themes: string[] }
  /** Slugs of kinds it made that no actor has then. */
  kinds: string[]
  /** Entries it made that stay, because passages are tagged with them or something stands below them. */
  kept: number
}

/** @param tagged ids of entries that passages are tagged with */
export function planImportUndo(live: WholeCodebook, undo: ImportUndo, tagged: ReadonlySet<string>): ImportUndoPlan {
  const actors = undoneSteps(live.actors, undo.actors)
  const themes = undoneSteps(live.themes, undo.themes)
  const gone = { actors: goneIds(live.actors, undo.actors, actors, tagged), themes: goneIds(live.themes, undo.themes, themes, tagged) }
  const made = [...undo.actors, ...undo.themes].filter(({ before }) => before === null).length
  const after = new Map(actors.map((step) => [step.after.id, step.after]))
  const isGone = new Set(gone.actors)
  const used = new Set(live.actors.filter(({ id }) => !isGone.has(id)).map((actor) => (after.get(actor.id) ?? actor).kind))
  return {
    actors: withoutParents(actors, new Set(gone.actors)),
    themes: withoutParents(themes, new Set(gone.themes)),
    gone,
    kinds: undo.kinds.filter((slug) => !used.has(slug)),
    kept: made - gone.actors.length - gone.themes.length,
  }
}

interface Entry {
  id: string
  parentId: string | null
}

/** Field by field: what still is as the import left it becomes what it was. */
function undoneSteps<T extends Entry>(live: readonly T[], steps: readonly ImportStep<T>[]): ImportStep<T>[] {
  const byId = new Map(live.map((entry) => [entry.id, entry]))
  return steps.flatMap(({ before, after }) => {
    const now = byId.get(after.id)
    if (!before || !now) return []
    const fields = (Object.keys(before) as (keyof T)[]).filter(
      (field) => !same(before[field], after[field]) && same(now[field], after[field]),
    )
    const back = { ...now }
    for (const field of fields) back[field] = before[field]
    return fields.length > 0 ? [{ before: now, after: back }] : []
  })
}

/** From below: an entry goes when nothing that stays stands below it. */
function goneIds<T extends Entry>(
  live: readonly T[],
  steps: readonly ImportStep<T>[],
  undone: readonly ImportStep<T>[],
  tagged: ReadonlySet<string>,
): string[] {
  const after = new Map(undone.map((step) => [step.after.id, step.after]))
  const parentOf = new Map(live.map((entry) => [entry.id, (after.get(entry.id) ?? entry).parentId]))
  const made = steps.filter(({ before, after }) => before === null && parentOf.has(after.id)).map((step) => step.after.id)
  const gone = new Set(made.filter((id) => !tagged.has(id)))
  for (let size = -1; size !== gone.size; ) {
    size = gone.size
    for (const [id, parentId] of parentOf) if (!gone.has(id) && parentId !== null) gone.delete(parentId)
  }
  return [...gone]
}

/** An entry cannot go back below what is gone. */
function withoutParents<T extends Entry>(steps: readonly ImportStep<T>[], gone: ReadonlySet<string>): ImportStep<T>[] {
  return steps.map((step) =>
    step.after.parentId !== null && gone.has(step.after.parentId) ? { ...step, after: { ...step.after, parentId: null } } : step,
  )
}

/** Ids of other names say nothing. */
function same(a: unknown, b: unknown): boolean {
  return sameJson(withoutIds(a), withoutIds(b))
}

function withoutIds(value: unknown): unknown {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'object' && one !== null ? { ...one, id: null } : one)) : value
}
