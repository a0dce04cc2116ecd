import { insertKind } from '#/db/queries/actor-kinds.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { kindProblem, kindSlug } from '#/lib/codebook/check-kind.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editKinds } from './edit-kinds.ts'

/** Adds a kind of actor, as the last one. */
export async function addKind(scope: Scope, { name: typed, glyph }: Omit<ActorKind, 'slug'>, deps: CodebookDeps) {
  return editKinds(scope, deps, async (tx, kinds) => {
    const problem = kindProblem(typed, kinds)
    if (problem) return { ok: false, field: 'name', reason: problem }
    const name = cleanName(typed)
    const taken = kinds.map(({ slug }) => slug)
    await insertKind(tx, scope, { slug: kindSlug(name, taken), name, glyph })
    return { ok: true, act: 'added', name }
  })
}
