import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { CodebookState } from '#/lib/codebook/codebook-change.ts'
import { codebookState } from '#/lib/codebook/codebook-state.ts'
import { loggedActor } from '#/lib/codebook/logged-details.ts'
import { listKinds, listThemes, readMergePointers } from './codebook.ts'
import { listWholeActors } from './whole-codebook.ts'

/** Everything the codebook says now, as its change log has it. */
export async function readCodebookState(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<CodebookState> {
  return codebookState({
    actors: (await listWholeActors(db, scope)).map(loggedActor),
    themes: await listThemes(db, scope),
    kinds: await listKinds(db, scope),
    merged: await readMergePointers(db, scope),
  })
}
