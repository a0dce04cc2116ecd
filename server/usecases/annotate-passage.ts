import type { Db } from '#/db/client.ts'
import { findSharedLayer } from '#/db/queries/mention-texts.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { findPassage } from '#/lib/api/find-passage.ts'
import type { NewTarget } from '#/lib/api/schemas/annotation.ts'
import type { StoredFacts } from '#/lib/api/stored-facts.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

export interface AnnotateDeps {
  db: Db
  collab: Pick<CollabServer, 'amend' | 'settleExcerpts'>
}

/** A statement about a passage. Actors and themes are entries that are offered. */
export interface NewStatement {
  target: NewTarget
  actors: readonly { actorId: string; role: ActorRole }[]
  themes: readonly { themeId: string; stance: Stance }[]
  facts: StoredFacts
  memo: string
}

export type Annotated = { ok: true; annotationId: string } | { ok: false; why: 'forbidden' | 'gone' | 'no-passage'; reason: string }

export const API_ORIGIN = 'api'

/** Puts a statement on a passage of a document, in the shared layer and in the member's name; who has it open sees it arrive. */
export async function annotatePassage(
  scope: Scope,
  documentId: string,
  { target, ...statement }: NewStatement,
  { db, collab }: AnnotateDeps,
): Promise<Annotated> {
  if (!can(scope.role, 'tag')) return { ok: false, why: 'forbidden', reason: t('Your role can read tags but not change them.') }
  const gone: Annotated = { ok: false, why: 'gone', reason: t('This document does not exist any more.') }
  const layerId = await findSharedLayer(db, scope, documentId)
  if (!layerId) return gone
  const done = await collab.amend(documentId, {
    userId: scope.userId,
    edit: ({ text, layers }): Annotated => {
      const layer = layers.get(layerId)
      if (!layer) return gone
      const flat = text.getText(TEXT_NAME)
      const canonical = canonicalText(flat)
      const found = findPassage(canonical, target)
      if (!found.ok) return { ok: false, why: 'no-passage', reason: found.reason }
      const { start, end } = found
      const runs = captureRuns(buildIdIndex(flat), start, end)
      const quote = captureQuote(canonical, start, end)
      return { ok: true, annotationId: createAnnotation(layer, { userId: scope.userId, runs, quote, ...statement }, API_ORIGIN) }
    },
  })
  await collab.settleExcerpts()
  return done?.result ?? gone
}
