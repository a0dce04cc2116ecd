import type { Db } from '#/db/client.ts'
import { deleteRejections, findMentioned, insertRejections } from '#/db/queries/mention-rejections.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'
import type { MentionRejection } from '#/lib/codebook/radar/rejections.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'

export interface RejectDeps {
  db: Db
  /** Tells the open pages of the workspace. */
  notify(): void
}

const MAY_NOT: Refused = {
  ok: false,
  get reason() {
    return t('You can read here, but not tag. Ask an owner to make you a coder.')
  },
}
const GONE: Refused = {
  ok: false,
  get reason() {
    return t('The actor or the document was deleted meanwhile. Nothing was ignored.')
  },
}

/** Keeps that words are no mentions of actors. Rejections of actors or documents that are gone are left out. */
export async function rejectMentions(
  scope: Scope,
  rejections: readonly MentionRejection[],
  { db, notify }: RejectDeps,
): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'tag')) return MAY_NOT
  const { actors, documents } = await findMentioned(db, scope, {
    actorIds: [...new Set(rejections.map(({ actorId }) => actorId))],
    documentIds: [...new Set(rejections.flatMap(({ documentId }) => documentId ?? []))],
  })
  const sound = rejections
    .filter(({ actorId, documentId }) => actors.has(actorId) && (documentId === null || documents.has(documentId)))
    .map((rejection) => ({ ...rejection, words: nameFold(rejection.words) }))
  if (sound.length === 0) return GONE
  await insertRejections(db, scope, sound)
  notify()
  return { ok: true }
}

/** Forgets rejections, whoever made them: the words are offered again. */
export async function takeBackRejections(
  scope: Scope,
  ids: readonly string[],
  { db, notify }: RejectDeps,
): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'tag')) return MAY_NOT
  if ((await deleteRejections(db, scope, ids)) > 0) notify()
  return { ok: true }
}
