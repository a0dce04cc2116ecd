import type { Db } from '#/db/client.ts'
import { listKinds } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import type { CodebookAct } from '#/lib/codebook/codebook-change.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/** What a change of the kinds did. */
export interface KindsEdit {
  ok: true
  act: CodebookAct
  /** The kind's. */
  name: string
  /** Actors that changed with it, as they were and as they are. */
  actors?: { was: readonly Actor[]; is: readonly Actor[] }
}

export const KIND_GONE: Refused = {
  ok: false,
  get reason() {
    return t('This kind was deleted meanwhile.')
  },
}

/** One change of the list of kinds by somebody who may manage the codebook, as `editActor` is for an actor. */
export async function editKinds(
  scope: Scope,
  deps: CodebookDeps,
  edit: (tx: Db, kinds: readonly ActorKind[]) => Promise<KindsEdit | Refused>,
): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx): Promise<KindsEdit | Refused> => {
    await lockWorkspace(tx, scope)
    const kinds = await listKinds(tx, scope)
    const edited = await edit(tx, kinds)
    if (!edited.ok) return edited
    const { act, name, actors } = edited
    const was = { kinds, actors: actors?.was }
    const is = { kinds: await listKinds(tx, scope), actors: actors?.is }
    await recordCodebookChange(tx, scope, { act, entry: 'kind', entryId: null, name, ...codebookDifference(was, is) })
    return edited
  })
  if (!outcome.ok) return outcome
  // Kinds travel with the list of actors.
  deps.notify('actors', scope.workspaceId)
  return { ok: true }
}
