import type { z } from 'zod'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import type { CodebookDeps } from '#/server/usecases/codebook-deps.ts'

interface Unread {
  ok: false
  reason: string
}

/** Parse, check membership, run. Ids outside the workspace are found by nobody: every query carries the scope. */
export async function runCodebook<In, Out>(
  workspaceId: string,
  schema: z.ZodType<In>,
  input: unknown,
  then: (scope: Scope, data: In, deps: CodebookDeps & { collab: CollabServer }) => Promise<Out>,
): Promise<Out | Unread> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) return { ok: false, reason: t('This change could not be read. Reload the page and try again.') }
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  const { collab } = runtime()
  const notify: CodebookDeps['notify'] = (what, id) => collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what, id })
  return then(scope, parsed.data, { db: memberDb(scope), notify, collab })
}
