import type * as Y from 'yjs'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { findDocumentTitle } from '#/db/queries/documents.ts'
import { findMentioned } from '#/db/queries/mention-rejections.ts'
import { findSharedLayer } from '#/db/queries/mention-texts.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { createAnnotation, deleteAnnotation } from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotations } from '#/lib/annotation/layer.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'
import type { MentionFilter } from '#/lib/codebook/radar/listed-mention.ts'
import { TaggedPlaces } from '#/lib/codebook/radar/tagged-places.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'
import { t } from '#/lib/message/t.ts'
import { ALIAS_NAME, canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { isListed, type ListMentionDeps, untaggedMentions } from './list-mentions.ts'

export interface TagMentionDeps extends ListMentionDeps {
  collab: Pick<CollabServer, 'settleExcerpts' | 'amend' | 'notifyWorkspace'>
}

/** A mention to be tagged with an actor. */
export interface MentionToTag {
  documentId: string
  actorId: string
  words: string
  /** The characters, by identity. */
  runs: readonly IdRun[]
}

/** Statements that were made, by document: what takes them back. */
export type MadeStatements = { documentId: string; annotationIds: string[] }[]

export interface MentionsTagged {
  ok: true
  tagged: number
  /** Tagged already, or not these words any more. */
  passed: number
  /** May mean several actors: a person has to choose. */
  unclear: number
  /** There are more than are tagged at once. */
  more: boolean
  made: MadeStatements
}

const MAY_NOT_TAG: Refused = {
  ok: false,
  get reason() {
    return t('You can read here, but not tag. Ask an owner to make you a coder.')
  },
}
const ORIGIN = 'mentions'
/** Mentions tagged in one go: each document is one change of its own. */
const MOST_AT_ONCE = 5000

/** Tags mentions with their actors, as mentioned, in the person's name: a change of the server's that everybody sees arrive. */
export async function tagMentions(scope: Scope, wanted: readonly MentionToTag[], deps: TagMentionDeps): Promise<MentionsTagged | Refused> {
  if (!can(scope.role, 'tag')) return MAY_NOT_TAG
  const { actors, documents } = await findMentioned(deps.db, scope, {
    actorIds: [...new Set(wanted.map(({ actorId }) => actorId))],
    documentIds: [...new Set(wanted.map(({ documentId }) => documentId))],
  })
  const sound = wanted.filter(({ actorId, documentId }) => actors.has(actorId) && documents.has(documentId))
  const made: MadeStatements = []
  for (const [documentId, mentions] of Map.groupBy(sound, (mention) => mention.documentId)) {
    const annotationIds = await tagInDocument(scope, documentId, mentions, deps)
    if (annotationIds.length > 0) made.push({ documentId, annotationIds })
  }
  const tagged = made.reduce((sum, { annotationIds }) => sum + annotationIds.length, 0)
  if (tagged > 0) deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'mentions' })
  return { ok: true, tagged, passed: wanted.length - tagged, unclear: 0, more: false, made }
}

/** The same for all that a list shows; what may mean several actors is left unless the list is of one of them. */
export async function tagListedMentions(scope: Scope, filter: MentionFilter, deps: TagMentionDeps): Promise<MentionsTagged | Refused> {
  if (!can(scope.role, 'tag')) return MAY_NOT_TAG
  const all = await untaggedMentions(scope, deps)
  if (!all.ok) return all
  const listed = all.mentions.filter((mention) => isListed(mention, filter))
  const clear = listed.flatMap((mention) => {
    const actorId = filter.actorId ?? (mention.actorIds.length === 1 ? mention.actorIds[0] : undefined)
    return actorId ? [{ ...mention, actorId }] : []
  })
  const result = await tagMentions(scope, clear.slice(0, MOST_AT_ONCE), deps)
  return result.ok ? { ...result, unclear: listed.length - clear.length, more: clear.length > MOST_AT_ONCE } : result
}

async function tagInDocument(
  scope: Scope,
  documentId: string,
  mentions: readonly MentionToTag[],
  { db, collab }: TagMentionDeps,
): Promise<string[]> {
  const layerId = await findSharedLayer(db, scope, documentId)
  if (!layerId) return []
  const merged = await readMerged(db, scope)
  const done = await collab.amend(documentId, {
    userId: scope.userId,
    edit: ({ text, layers }) => {
      const layer = layers.get(layerId)
      return layer ? tagInLayer(text, layer, mentions, { userId: scope.userId, merged }) : []
    },
    async alongside(tx, { result }) {
      if (result.length === 0) return
      const details = { title: await findDocumentTitle(tx, scope, documentId), count: result.length }
      await recordInWorkspace(tx, scope, 'mentions-tagged', { subject: documentId, details })
    },
  })
  return done?.result ?? []
}

/** The statements made: none for words that are gone or changed, or named by a statement there already. */
function tagInLayer(
  text: Y.Doc,
  layer: Y.Doc,
  mentions: readonly MentionToTag[],
  { userId, merged }: { userId: string; merged: Merged },
): string[] {
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const index = buildIdIndex(flat)
  const aliases = liveAliases(text.getMap(ALIAS_NAME))
  const placeOf = (runs: readonly IdRun[]) => {
    const placement = resolveRuns(index, runs, aliases)
    return placement.state === 'anchored' ? placement : null
  }
  const tagged = new TaggedPlaces(
    readAnnotations(layer).flatMap(({ runs, actors }) => {
      const place = placeOf(runs)
      return place ? [{ from: place.start, to: place.end, actorIds: actors.map(({ actorId }) => resolveId(merged, actorId)) }] : []
    }),
  )
  const made: string[] = []
  const taken = new Set<string>()
  layer.transact(() => {
    for (const { runs, words, actorId } of mentions) {
      const place = placeOf(runs)
      if (!place || nameFold(canonical.slice(place.start, place.end)) !== nameFold(words)) continue
      const { start, end } = place
      const key = `${start} ${end} ${actorId}`
      if (tagged.covers([actorId], start, end) || taken.has(key)) continue
      taken.add(key)
      const actors = [{ actorId, role: 'mentioned' as const }]
      const about = { userId, runs: captureRuns(index, start, end), quote: captureQuote(canonical, start, end) }
      made.push(createAnnotation(layer, { ...about, actors, themes: [] }, ORIGIN))
    }
  }, ORIGIN)
  return made
}

/** Takes back statements the person made of mentions; those that somebody worked on since stay. */
export async function takeBackTags(
  scope: Scope,
  made: MadeStatements,
  { db, collab }: TagMentionDeps,
): Promise<{ ok: true; taken: number } | Refused> {
  if (!can(scope.role, 'tag')) return MAY_NOT_TAG
  const { documents } = await findMentioned(db, scope, { actorIds: [], documentIds: made.map(({ documentId }) => documentId) })
  let taken = 0
  for (const { documentId, annotationIds } of made) {
    const layerId = documents.has(documentId) && (await findSharedLayer(db, scope, documentId))
    if (!layerId) continue
    const done = await collab.amend(documentId, {
      userId: scope.userId,
      edit: ({ layers }) => takeOut(layers.get(layerId), new Set(annotationIds), scope.userId),
      async alongside(tx, { result }) {
        if (result === 0) return
        const details = { title: await findDocumentTitle(tx, scope, documentId), count: result }
        await recordInWorkspace(tx, scope, 'mentions-untagged', { subject: documentId, details })
      },
    })
    taken += done?.result ?? 0
  }
  if (taken > 0) collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'mentions' })
  return { ok: true, taken }
}

function takeOut(layer: Y.Doc | undefined, ids: ReadonlySet<string>, userId: string): number {
  if (!layer) return 0
  const untouched = readAnnotations(layer).filter(
    ({ id, by, actors, themes, memos, facts }) =>
      ids.has(id) &&
      by === userId &&
      layerMap(layer, 'annotation').has(id) &&
      actors.length === 1 &&
      actors[0]!.role === 'mentioned' &&
      themes.length + memos.length + Object.keys(facts).length === 0,
  )
  layer.transact(() => {
    for (const { id } of untouched) deleteAnnotation(layer, id, userId, ORIGIN)
  }, ORIGIN)
  return untouched.length
}
