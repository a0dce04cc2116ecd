import { readActorDetails, writeDesignation } from '#/db/queries/actor-details.ts'
import type { Scope } from '#/db/scope.ts'
import type { Designation } from '#/lib/codebook/actor-details.ts'
import { cleanDesignation, designationProblem } from '#/lib/codebook/check-details.ts'
import { logged } from '#/lib/codebook/logged-details.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

const DESIGNATIONS_LIMIT = 100

/** Notes what somebody has declared an actor to be, or changes it (`id`). */
export async function saveDesignation(scope: Scope, actorId: string, given: Omit<Designation, 'id'> & { id?: string }, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx) => {
    const { designations } = await readActorDetails(tx, scope, actorId)
    const was = designations.find(({ id }) => id === given.id)
    if (given.id !== undefined && !was) return { ok: false, reason: t('This designation was removed meanwhile.') }
    const saved = cleanDesignation({ ...given, id: was?.id ?? newId() })
    const problem = designationProblem(saved)
    if (problem) return problem
    if (!was && designations.length >= DESIGNATIONS_LIMIT)
      return {
        ok: false,
        field: 'label',
        reason: t('An actor has at most {designationslimit} designations.', { designationslimit: DESIGNATIONS_LIMIT }),
      }
    await writeDesignation(tx, scope, actorId, saved)
    const next = was ? designations.map((other) => (other === was ? saved : other)) : [...designations, saved]
    return { ok: true, was: { [actorId]: { designations: logged(designations) } }, is: { [actorId]: { designations: logged(next) } } }
  })
}
