import type { Db } from '#/db/client.ts'
import { listRejections } from '#/db/queries/mention-rejections.ts'
import { listTaggedPlaces } from '#/db/queries/mention-texts.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { ListedMention, MentionDocument, MentionFilter, MentionPage } from '#/lib/codebook/radar/listed-mention.ts'
import { Rejections } from '#/lib/codebook/radar/rejections.ts'
import { TaggedPlaces } from '#/lib/codebook/radar/tagged-places.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import type { MentionedText, MentionFinder } from '#/server/jobs/find-mentions.ts'

export interface ListMentionDeps {
  db: Db
  collab: Pick<CollabServer, 'settleExcerpts'>
  mentions: Pick<MentionFinder, 'find'>
}

/** Untagged mentions, document after document, each from its beginning. */
export interface UntaggedMentions {
  ok: true
  documents: MentionDocument[]
  mentions: ListedMention[]
}

const MAY_NOT_READ: Refused = {
  ok: false,
  get reason() {
    return t('Only members of this workspace read it.')
  },
}

/** Every name of a known actor in the texts of the workspace that no statement there names and nobody rejected. */
export async function untaggedMentions(scope: Scope, { db, collab, mentions }: ListMentionDeps): Promise<UntaggedMentions | Refused> {
  if (!can(scope.role, 'read')) return MAY_NOT_READ
  // What was tagged a moment ago must not be offered.
  await collab.settleExcerpts()
  const found = await mentions.find(scope)
  if (!found.ok) return found
  const tagged = await listTaggedPlaces(db, scope)
  const rejections = await listRejections(db, scope, null)
  const untagged = found.texts.flatMap((text) => {
    const places = new TaggedPlaces(tagged.get(text.id) ?? [])
    const rejected = new Rejections(rejections, text.id)
    return text.mentions.flatMap((mention): ListedMention[] => {
      if (places.covers(mention.actorIds, mention.start, mention.end)) return []
      const actorIds = rejected.left(mention.actorIds, mention.words, () => mention.runs)
      return actorIds.length > 0 ? [{ ...mention, actorIds, documentId: text.id }] : []
    })
  })
  return { ok: true, documents: found.texts.map(shown), mentions: untagged }
}

function shown({ id, title, language, direction, publishedOn }: MentionedText): MentionDocument {
  return { id, title, language, direction, publishedOn }
}

/** Whether a mention is in a list that is narrowed. */
export function isListed({ actorIds, documentId }: ListedMention, filter: MentionFilter): boolean {
  return (filter.actorId === null || actorIds.includes(filter.actorId)) && (filter.documentId === null || filter.documentId === documentId)
}

const PAGE = 50

/** A page of the untagged mentions. @param after `next` of the page before; null: the first */
export async function listMentions(
  scope: Scope,
  { filter, after }: { filter: MentionFilter; after: string | null },
  deps: ListMentionDeps,
): Promise<({ ok: true } & MentionPage) | Refused> {
  const all = await untaggedMentions(scope, deps)
  if (!all.ok) return all
  const { documents } = all
  const listed = all.mentions.filter((mention) => isListed(mention, filter))
  const from = after === null ? 0 : firstAfter(listed, documents, after)
  const mentions = listed.slice(from, from + PAGE)
  const last = mentions.at(-1)
  const onPage = new Set(mentions.map(({ documentId }) => documentId))
  return {
    ok: true,
    mentions,
    documents: documents.filter(({ id }) => onPage.has(id)),
    next: last && from + PAGE < listed.length ? placeOf(last) : null,
    total: listed.length,
    byActor: countActors(all.mentions.filter((mention) => isListed(mention, { ...filter, actorId: null }))),
    byDocument: countDocuments(
      all.mentions.filter((mention) => isListed(mention, { ...filter, documentId: null })),
      documents,
    ),
  }
}

const placeOf = ({ documentId, start }: ListedMention): string => `${documentId}:${start}`

/** Number of the first mention behind a place, which may itself be gone. */
function firstAfter(mentions: readonly ListedMention[], documents: readonly MentionDocument[], place: string): number {
  const [documentId = '', start = ''] = place.split(':')
  const order = new Map(documents.map(({ id }, at) => [id, at]))
  const document = order.get(documentId) ?? -1
  const at = mentions.findIndex((mention) => {
    const own = order.get(mention.documentId) ?? -1
    return own > document || (own === document && mention.start > Number(start))
  })
  return at < 0 ? mentions.length : at
}

function countActors(mentions: readonly ListedMention[]): MentionPage['byActor'] {
  const counts = new Map<string, number>()
  for (const { actorIds } of mentions) for (const id of actorIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([actorId, count]) => ({ actorId, count })).sort((a, b) => b.count - a.count || (a.actorId < b.actorId ? -1 : 1))
}

function countDocuments(mentions: readonly ListedMention[], documents: readonly MentionDocument[]): MentionPage['byDocument'] {
  const counts = Map.groupBy(mentions, ({ documentId }) => documentId)
  return documents.flatMap(({ id, title }) => {
    const count = counts.get(id)?.length ?? 0
    return count > 0 ? [{ documentId: id, title, count }] : []
  })
}
