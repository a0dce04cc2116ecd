import type { Db } from '#/db/client.ts'
import { listActors as readActors, readMerged, listThemes as readThemes } from '#/db/queries/codebook.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { InputOf } from '#/lib/api/operation.ts'
import type { OperationId, OperationOf } from '#/lib/api/operations.ts'
import { pageOf } from '#/lib/api/paging.ts'
import { ApiProblem } from '#/lib/api/problem.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import type { CodebookDeps } from '#/server/usecases/codebook-deps.ts'
import { createActor as makeActor } from '#/server/usecases/create-actor.ts'
import { createTheme as makeTheme } from '#/server/usecases/create-theme.ts'
import { updateActor as changeActor } from '#/server/usecases/update-actor.ts'
import { updateTheme as changeTheme } from '#/server/usecases/update-theme.ts'
import type { ApiAnswer, WorkspaceContext } from './api-deps.ts'
import { changeMatched, mustMatch } from './change-matched.ts'
import { pageAsked } from './page-request.ts'

type Input<Id extends OperationId> = InputOf<OperationOf<Id>>

/** Actors or themes: what is done with both in the same way. */
interface Sort<E extends { id: string }> {
  noun: 'actor' | 'theme'
  folder: 'actors' | 'themes'
  list(db: Db, scope: WorkspaceContext['scope']): Promise<E[]>
}
const ACTORS: Sort<Actor> = { noun: 'actor', folder: 'actors', list: readActors }
const THEMES: Sort<Theme> = { noun: 'theme', folder: 'themes', list: readThemes }

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

async function list<E extends { id: string }>(
  sort: Sort<E>,
  query: Parameters<typeof pageAsked>[0],
  context: WorkspaceContext,
): Promise<ApiAnswer> {
  const { after, limit } = pageAsked(query)
  return { body: pageOf((await sort.list(context.db, context.scope)).sort(byId), after, limit) }
}

/** The entry, or what it was merged into. @throws {ApiProblem} */
async function find<E extends { id: string }>(sort: Sort<E>, db: Db, { scope }: WorkspaceContext, id: string): Promise<E> {
  const now = resolveId(await readMerged(db, scope), id)
  const entry = (await sort.list(db, scope)).find((one) => one.id === now)
  if (!entry) throw new ApiProblem('not-found', `There is no such ${sort.noun}.`)
  return entry
}

const POINTERS: Readonly<Record<string, string>> = { parent: '/parentId' }

/** A sentence of the use case; with the entry that is in the way, where there is one. */
function refusal({ reason, field, existingId }: Refused): ApiProblem {
  const errors = field
    ? [{ detail: existingId ? `${reason} Its id is ${existingId}.` : reason, pointer: POINTERS[field] ?? `/${field}` }]
    : []
  return new ApiProblem(existingId ? 'conflict' : 'invalid', reason, { errors })
}

async function create(
  { folder }: Sort<{ id: string }>,
  { db, deps, scope }: WorkspaceContext,
  make: (deps: CodebookDeps) => Promise<{ ok: true; entry: { id: string } } | Refused>,
): Promise<ApiAnswer> {
  const notify: CodebookDeps['notify'] = (what, id) => deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what, id })
  const made = await make({ db, notify })
  if (!made.ok) throw refusal(made)
  return { body: made.entry, location: `/workspaces/${scope.workspaceId}/${folder}/${made.entry.id}` }
}

async function update<E extends { id: string }>(
  sort: Sort<E>,
  id: string,
  context: WorkspaceContext,
  change: (id: string, deps: CodebookDeps) => Promise<{ ok: true } | Refused>,
): Promise<ApiAnswer> {
  const body = await changeMatched(context, async (tx, notify) => {
    await lockWorkspace(tx, context.scope)
    const before = await find(sort, tx, context, id)
    mustMatch(context, before)
    const done = await change(before.id, { db: tx, notify: (what, changed) => notify({ type: 'changed', what, id: changed }) })
    if (!done.ok) throw refusal(done)
    return find(sort, tx, context, before.id)
  })
  return { body }
}

export const listActors = ({ query }: Input<'listActors'>, context: WorkspaceContext) => list(ACTORS, query, context)
export const listThemes = ({ query }: Input<'listThemes'>, context: WorkspaceContext) => list(THEMES, query, context)

export async function getActor({ params }: Input<'getActor'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return { body: await find(ACTORS, context.db, context, params.actorId) }
}
export async function getTheme({ params }: Input<'getTheme'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return { body: await find(THEMES, context.db, context, params.themeId) }
}

export async function createActor({ body }: Input<'createActor'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return create(ACTORS, context, async (deps) => {
    const made = await makeActor(context.scope, body, deps)
    return made.ok ? { ok: true, entry: made.actor } : made
  })
}
export async function createTheme({ body }: Input<'createTheme'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return create(THEMES, context, async (deps) => {
    const made = await makeTheme(context.scope, body, deps)
    return made.ok ? { ok: true, entry: made.theme } : made
  })
}

export const updateActor = ({ params, body }: Input<'updateActor'>, context: WorkspaceContext) =>
  update(ACTORS, params.actorId, context, (id, deps) => changeActor(context.scope, id, body, deps))
export const updateTheme = ({ params, body }: Input<'updateTheme'>, context: WorkspaceContext) =>
  update(THEMES, params.themeId, context, (id, deps) => changeTheme(context.scope, id, body, deps))
