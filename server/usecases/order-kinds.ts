import { orderKinds as writeOrder } from '#/db/queries/actor-kinds.ts'
import type { Scope } from '#/db/scope.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editKinds, KIND_GONE } from './edit-kinds.ts'

/** Moves a kind before another one, or to the end (null). What somebody else moved meanwhile stays moved. */
export async function orderKinds(scope: Scope, slug: string, before: string | null, deps: CodebookDeps) {
  return editKinds(scope, deps, async (tx, kinds) => {
    const moved = kinds.find((kind) => kind.slug === slug)
    if (!moved) return KIND_GONE
    const others = kinds.map((kind) => kind.slug).filter((other) => other !== slug)
    const at = before === null ? others.length : others.indexOf(before)
    if (at < 0) return KIND_GONE
    await writeOrder(tx, scope, others.toSpliced(at, 0, slug))
    return { ok: true, act: 'moved', name: moved.name }
  })
}
