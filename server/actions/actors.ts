'use server'
import { readActorDetails } from '#/db/queries/actor-details.ts'
import type { ActorDetails, Designation, Membership } from '#/lib/codebook/actor-details.ts'
import type { DetailProblem } from '#/lib/codebook/check-details.ts'
import type { ExternalId } from '#/lib/codebook/external-id.ts'
import type { NewAlias } from '#/lib/codebook/input.ts'
import { memberDb } from '#/server/runtime.ts'
import { promoteAlias as promote } from '#/server/usecases/promote-alias.ts'
import { type DetailKind, removeActorDetail } from '#/server/usecases/remove-actor-detail.ts'
import { removeAlias as remove } from '#/server/usecases/remove-alias.ts'
import { saveAlias as save } from '#/server/usecases/save-alias.ts'
import { saveDesignation as writeDesignation } from '#/server/usecases/save-designation.ts'
import { saveExternalId as writeExternalId } from '#/server/usecases/save-external-id.ts'
import { saveMembership as writeMembership } from '#/server/usecases/save-membership.ts'
import { aliasSchema, designationSchema, detailSchema, externalIdSchema, membershipSchema } from './actor-schema.ts'
import { idSchema } from './codebook-schema.ts'
import { runCodebook } from './run-codebook.ts'

type Outcome = Promise<{ ok: true } | DetailProblem>
type Given<T> = Omit<T, 'id'> & { id?: string }

/** Groups, identifiers and designations of an actor; empty for one there is not. */
export async function loadActorDetails(workspaceId: string, actorId: string): Promise<{ ok: true; details: ActorDetails } | DetailProblem> {
  return runCodebook(workspaceId, idSchema, actorId, async (scope, id) => ({
    ok: true as const,
    details: await readActorDetails(memberDb(scope), scope, id),
  }))
}

export async function saveAlias(workspaceId: string, actorId: string, alias: NewAlias): Outcome {
  return runCodebook(workspaceId, aliasSchema, alias, (scope, data, deps) => save(scope, actorId, data, deps))
}

export async function removeAlias(workspaceId: string, actorId: string, aliasId: string): Outcome {
  return runCodebook(workspaceId, idSchema, aliasId, (scope, id, deps) => remove(scope, actorId, id, deps))
}

/** Makes another name the main one. */
export async function promoteAlias(workspaceId: string, actorId: string, aliasId: string): Outcome {
  return runCodebook(workspaceId, idSchema, aliasId, (scope, id, deps) => promote(scope, actorId, id, deps))
}

export async function saveMembership(workspaceId: string, actorId: string, membership: Given<Membership>): Outcome {
  return runCodebook(workspaceId, membershipSchema, membership, (scope, data, deps) => writeMembership(scope, actorId, data, deps))
}

export async function saveExternalId(workspaceId: string, actorId: string, given: Given<ExternalId>): Outcome {
  return runCodebook(workspaceId, externalIdSchema, given, (scope, data, deps) => writeExternalId(scope, actorId, data, deps))
}

export async function saveDesignation(workspaceId: string, actorId: string, given: Given<Designation>): Outcome {
  return runCodebook(workspaceId, designationSchema, given, (scope, data, deps) => writeDesignation(scope, actorId, data, deps))
}

export async function removeDetail(workspaceId: string, actorId: string, detail: { what: DetailKind; id: string }): Outcome {
  return runCodebook(workspaceId, detailSchema, detail, (scope, { what, id }, deps) => removeActorDetail(scope, actorId, what, id, deps))
}
