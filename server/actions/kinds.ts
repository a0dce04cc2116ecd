'use server'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { addKind as add } from '#/server/usecases/add-kind.ts'
import { changeKind as change } from '#/server/usecases/change-kind.ts'
import { deleteKind as remove } from '#/server/usecases/delete-kind.ts'
import { orderKinds as order } from '#/server/usecases/order-kinds.ts'
import { kindChangeSchema, kindDeletionSchema, kindOrderSchema, newKindSchema } from './actor-schema.ts'
import { runCodebook } from './run-codebook.ts'

type Outcome = Promise<{ ok: true } | Refused>

export async function addKind(workspaceId: string, kind: Omit<ActorKind, 'slug'>): Outcome {
  return runCodebook(workspaceId, newKindSchema, kind, (scope, data, deps) => add(scope, data, deps))
}

export async function changeKind(workspaceId: string, slug: string, changed: Partial<Omit<ActorKind, 'slug'>>): Outcome {
  return runCodebook(workspaceId, kindChangeSchema, changed, (scope, data, deps) => change(scope, slug, data, deps))
}

/** Moves a kind before another one, or to the end (null). */
export async function moveKind(workspaceId: string, move: { slug: string; before: string | null }): Outcome {
  return runCodebook(workspaceId, kindOrderSchema, move, (scope, { slug, before }, deps) => order(scope, slug, before, deps))
}

/** Deletes a kind; its actors become `moveTo`, without which a kind in use stays. */
export async function deleteKind(workspaceId: string, deletion: { slug: string; moveTo: string | null }): Outcome {
  return runCodebook(workspaceId, kindDeletionSchema, deletion, (scope, { slug, moveTo }, deps) => remove(scope, slug, moveTo, deps))
}
