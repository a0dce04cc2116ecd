'use server'
import type { z } from 'zod'
import { listRejections } from '#/db/queries/mention-rejections.ts'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import type { MentionFilter, MentionPage } from '#/lib/codebook/radar/listed-mention.ts'
import type { MentionRejection } from '#/lib/codebook/radar/rejections.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { listMentions } from '#/server/usecases/list-mentions.ts'
import { takeBackRejections as forget, type RejectDeps, rejectMentions as reject } from '#/server/usecases/reject-mentions.ts'
import {
  type MadeStatements,
  type MentionsTagged,
  type MentionToTag,
  type TagMentionDeps,
  tagMentions as tag,
  tagListedMentions as tagListed,
  takeBackTags as takeBack,
} from '#/server/usecases/tag-mentions.ts'
import {
  idsSchema,
  madeStatementsSchema,
  mentionFilterSchema,
  mentionsToTagSchema,
  pageSchema,
  rejectionsSchema,
} from './mention-schema.ts'

const UNREADABLE: Refused = {
  ok: false,
  get reason() {
    return t('This could not be read. Reload the page and try again.')
  },
}

/** A page of the untagged mentions of a workspace. @param after `next` of the page before; null: the first */
export async function pageOfMentions(
  workspaceId: string,
  wanted: { filter: MentionFilter; after: string | null },
): Promise<({ ok: true } & MentionPage) | Refused> {
  return run(workspaceId, pageSchema, wanted, (scope, data) => listMentions(scope, data, tagDeps(scope)))
}

/** Tags these mentions. */
export async function tagMentions(workspaceId: string, mentions: readonly MentionToTag[]): Promise<MentionsTagged | Refused> {
  return run(workspaceId, mentionsToTagSchema, mentions, (scope, data) => tag(scope, data, tagDeps(scope)))
}

/** Tags every mention of a list. */
export async function tagListedMentions(workspaceId: string, filter: MentionFilter): Promise<MentionsTagged | Refused> {
  return run(workspaceId, mentionFilterSchema, filter, (scope, data) => tagListed(scope, data, tagDeps(scope)))
}

/** Takes tags back that the two above have made. */
export async function takeBackTags(workspaceId: string, made: MadeStatements): Promise<{ ok: true; taken: number } | Refused> {
  return run(workspaceId, madeStatementsSchema, made, (scope, data) => takeBack(scope, data, tagDeps(scope)))
}

/** What of a document was rejected; null for who is signed out or no member. */
export async function loadRejections(workspaceId: string, documentId: string): Promise<MentionRejection[] | null> {
  const scope = isId(documentId) ? await findScope(workspaceId) : null
  return scope && listRejections(memberDb(scope), scope, documentId)
}

/** All that was rejected in a workspace; null for who is signed out or no member. */
export async function loadAllRejections(workspaceId: string): Promise<MentionRejection[] | null> {
  const scope = await findScope(workspaceId)
  return scope && listRejections(memberDb(scope), scope, null)
}

export async function rejectMentions(workspaceId: string, rejections: readonly MentionRejection[]): Promise<{ ok: true } | Refused> {
  return run(workspaceId, rejectionsSchema, rejections, (scope, data) => reject(scope, data, rejectDeps(scope)))
}

export async function takeBackRejections(workspaceId: string, ids: readonly string[]): Promise<{ ok: true } | Refused> {
  return run(workspaceId, idsSchema, ids, (scope, data) => forget(scope, data, rejectDeps(scope)))
}

function tagDeps(scope: Scope): TagMentionDeps {
  const { collab, mentions } = runtime()
  return { db: memberDb(scope), collab, mentions }
}

function rejectDeps(scope: Scope): RejectDeps {
  const notify = () => runtime().collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'mentions' })
  return { db: memberDb(scope), notify }
}

async function run<In, Out>(
  workspaceId: string,
  schema: z.ZodType<In>,
  input: unknown,
  then: (scope: Scope, data: In) => Promise<Out | Refused>,
): Promise<Out | Refused> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) return UNREADABLE
  const scope = await findScope(workspaceId)
  return scope ? then(scope, parsed.data) : { ok: false, reason: noMemberWords() }
}
