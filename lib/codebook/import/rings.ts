import { t } from '#/lib/message/t.ts'
import type { ImportPlan, ImportStep } from './import-plan.ts'

interface Nested {
  id: string
  name: string
  parentId: string | null
}

/** Takes entries out of rings that the places of a file and those of here make together: they stay where they were, or go to the top. */
export function breakRings<T extends Nested>(
  live: readonly T[],
  steps: ImportStep<T>[],
  plan: Pick<ImportPlan, 'clashes'>,
): ImportStep<T>[] {
  const parentOf = new Map(live.map(({ id, parentId }) => [id, parentId]))
  for (const { after } of steps) parentOf.set(after.id, after.parentId)
  return steps.map((step) => {
    if (!isInRing(parentOf, step.after.id)) return step
    const parentId = step.before && !wouldRing(parentOf, step.after.id, step.before.parentId) ? step.before.parentId : null
    parentOf.set(step.after.id, parentId)
    plan.clashes.push(t('“{name}” does not go where the file puts it: that would place it under itself.', { name: step.after.name }))
    return { ...step, after: { ...step.after, parentId } }
  })
}

function isInRing(parentOf: ReadonlyMap<string, string | null>, id: string): boolean {
  return wouldRing(parentOf, id, parentOf.get(id) ?? null)
}

function wouldRing(parentOf: ReadonlyMap<string, string | null>, id: string, parentId: string | null): boolean {
  const seen = new Set<string>()
  for (let at = parentId; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
