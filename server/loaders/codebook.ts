import { cache } from 'react'
import { readCodebook } from '#/db/queries/codebook.ts'
import { countActorUses, countTaggedStatements, countThemeUses } from '#/db/queries/codebook-uses.ts'
import { listMemoedEntries } from '#/db/queries/memos.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'

/** The codebook of a workspace the reader is a member of, with counts of uses. */
export const loadCodebook = cache(async (workspaceId: string): Promise<CountedCodebook> => {
  const scope = await requireScope(workspaceId)
  const codebook = await readCodebook(memberDb(scope), scope)
  const actorUses = await countActorUses(memberDb(scope), scope)
  const themeUses = await countThemeUses(memberDb(scope), scope)
  const { withActors, withThemes } = await countTaggedStatements(memberDb(scope), scope)
  const memoed = await listMemoedEntries(memberDb(scope), scope)
  return { ...codebook, actorUses, themeUses, statementsWithActors: withActors, statementsWithThemes: withThemes, memoed }
})
