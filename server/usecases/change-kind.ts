import { changeKind as writeKind } from '#/db/queries/actor-kinds.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { kindProblem } from '#/lib/codebook/check-kind.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editKinds, KIND_GONE } from './edit-kinds.ts'

/** Renames a kind or gives it another glyph; its actors stay what they are. */
export async function changeKind(scope: Scope, slug: string, change: Partial<Omit<ActorKind, 'slug'>>, deps: CodebookDeps) {
  return editKinds(scope, deps, async (tx, kinds) => {
    const was = kinds.find((kind) => kind.slug === slug)
    if (!was) return KIND_GONE
    const problem = change.name === undefined ? undefined : kindProblem(change.name, kinds, slug)
    if (problem) return { ok: false, field: 'name', reason: problem }
    const name = change.name === undefined ? was.name : cleanName(change.name)
    await writeKind(tx, scope, slug, { name, glyph: change.glyph ?? was.glyph })
    return { ok: true, act: 'changed', name }
  })
}
