import { readActorDetails, writeExternalId } from '#/db/queries/actor-details.ts'
import type { Scope } from '#/db/scope.ts'
import { type ExternalId, readExternalId } from '#/lib/codebook/external-id.ts'
import { logged } from '#/lib/codebook/logged-details.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

const IDS_LIMIT = 100

/** Notes what an actor is called in somebody's register, or changes it (`id`). */
export async function saveExternalId(scope: Scope, actorId: string, given: Omit<ExternalId, 'id'> & { id?: string }, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx) => {
    const read = readExternalId(given.scheme, given.value)
    if (!read.ok) return read
    const { externalIds } = await readActorDetails(tx, scope, actorId)
    const was = externalIds.find(({ id }) => id === given.id)
    if (given.id !== undefined && !was) return { ok: false, reason: t('This identifier was removed meanwhile.') }
    const { scheme, value } = read
    const twin = externalIds.find((other) => other !== was && other.scheme === scheme && other.value === value)
    if (twin) return { ok: false, field: 'value', reason: t('The actor has this identifier already.') }
    if (!was && externalIds.length >= IDS_LIMIT)
      return { ok: false, field: 'value', reason: t('An actor has at most {idslimit} identifiers.', { idslimit: IDS_LIMIT }) }
    const saved = { id: was?.id ?? newId(), scheme, value }
    await writeExternalId(tx, scope, actorId, saved)
    const next = was ? externalIds.map((other) => (other === was ? saved : other)) : [...externalIds, saved]
    return { ok: true, was: { [actorId]: { externalIds: logged(externalIds) } }, is: { [actorId]: { externalIds: logged(next) } } }
  })
}
