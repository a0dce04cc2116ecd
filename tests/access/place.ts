import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { type NewCodebookChange, recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { setCodebookVersionName } from '#/db/queries/codebook-versions.ts'
import { keepPendingEdition } from '#/db/queries/editions.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { insertMemo } from '#/db/queries/memos.ts'
import { insertRejections } from '#/db/queries/mention-rejections.ts'
import { markMerged } from '#/db/queries/merged-entries.ts'
import { answerProposal, insertProposal } from '#/db/queries/proposals.ts'
import { putSavedQuery } from '#/db/queries/saved-queries.ts'
import { beginThread, insertComment } from '#/db/queries/threads.ts'
import { insertVersion } from '#/db/queries/versions.ts'
import { insertWebhook } from '#/db/queries/webhooks.ts'
import { actorAliases, actorKinds, actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { workspaces } from '#/db/schema/people.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import type { ImportUndo } from '#/lib/codebook/import/import-plan.ts'
import type { MergeUndo } from '#/lib/codebook/merge.ts'
import { newId } from '#/lib/id.ts'
import { inviteMember } from '#/server/usecases/invite-member.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

/** Rows to aim at: those of a workspace, made when they are wanted so that every try has its own, or none at all. */
export interface Rows {
  documentId: string
  layerId: string
  actor(state?: 'deleted'): Promise<string>
  /** The slug of a kind of actors that none has. */
  kind(): Promise<string>
  alias(): Promise<{ actorId: string; aliasId: string }>
  theme(state?: 'deleted'): Promise<string>
  /** The version of the codebook that a merge made. */
  merge(): Promise<number>
  /** The version of the codebook that an import made. */
  codebookImport(): Promise<number>
  /** Of an actor. */
  proposal(state?: 'declined'): Promise<string>
  document(state?: 'binned'): Promise<string>
  /** Said by somebody, in a discussion of its own in `documentId`. */
  comment(by: string): Promise<{ id: string; annotationId: string }>
  /** Says "First", written by somebody on `documentId`. */
  memo(by: string): Promise<string>
  /** Kept by somebody for themselves. */
  savedQuery(by: string): Promise<string>
  /** Switched off: nothing is sent anywhere. */
  webhook(): Promise<string>
  /** That a name means an actor. */
  rejection(): Promise<string>
  version(): Promise<{ documentId: string; versionId: string }>
  /** A version of the codebook that has a name. */
  codebookVersion(): Promise<number>
  /** A file somebody offered as the next edition of `documentId`. */
  edition(offeredBy: string): Promise<{ edition: number; sha256: string }>
  invitation(): Promise<string>
  member(): Promise<string>
  /** In the bin; `userId` had `role` there. */
  binnedWorkspace(userId: string, role: MemberRole | null): Promise<string>
}

/** What a try names: a workspace, and rows in it or not. */
export interface Place {
  workspaceId: string
  rows: Rows
  /** Who tries; an id of nobody for the signed out. */
  userId: string
  role: MemberRole | null
}

const NO_UNDO: MergeUndo = {
  kind: 'merge',
  sort: 'actor',
  merges: [],
  movedActors: [],
  movedThemes: [],
  copies: [],
  memos: [],
  hotkey: null,
}
const TEXT = 'The Pentagon said the hotline with Russia is shut.'
let count = 0
const fresh = (what: string) => `${what} ${++count}`

export function rowsOf(db: Db, scope: Scope, { id: documentId, layerId }: { id: string; layerId: string }): Rows {
  const { workspaceId } = scope
  /** Many tries are prepared at once: each writes its change after the one before, as use cases do. */
  const logged = (change: NewCodebookChange) =>
    db.transaction(async (tx) => {
      await lockWorkspace(tx, scope)
      return recordCodebookChange(tx, scope, change)
    })
  return {
    documentId,
    layerId,
    async actor(state) {
      const id = await makeActor(db, scope, { name: fresh('Actor') })
      if (state) await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.id, id))
      return id
    },
    async kind() {
      const slug = fresh('kind').replace(' ', '-')
      await db.insert(actorKinds).values({ workspaceId, slug, name: slug, glyph: 'other', position: 99 })
      return slug
    },
    async alias() {
      const actorId = await makeActor(db, scope, { name: fresh('Actor') })
      const aliasId = newId()
      await db.insert(actorAliases).values({ id: aliasId, workspaceId, actorId, name: fresh('Alias') })
      return { actorId, aliasId }
    },
    async theme(state) {
      const id = await makeTheme(db, scope, { name: fresh('Theme') })
      if (state) await db.update(themes).set({ deletedAt: new Date() }).where(eq(themes.id, id))
      return id
    },
    async merge() {
      const from = await this.actor()
      const into = await this.actor()
      await markMerged(db, scope, 'actor', [{ from, into }])
      const undo: MergeUndo = { ...NO_UNDO, merges: [{ from, into }] }
      return logged({ act: 'merged', entry: 'actor', entryId: into, name: 'Actor', before: {}, after: {}, undo })
    },
    async codebookImport() {
      const undo: ImportUndo = { kind: 'import', kinds: [], actors: [], themes: [] }
      const about = { act: 'imported', entry: 'codebook', entryId: null, name: 'codebook.csv' } as const
      return logged({ ...about, before: {}, after: {}, undo })
    },
    async proposal(state) {
      const entryId = await makeActor(db, scope, { name: fresh('Actor'), state: 'proposed' })
      const id = await insertProposal(db, scope, { kind: 'actor', entryId, name: 'Actor' })
      if (!state) return id
      await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.id, entryId))
      await answerProposal(db, scope, id, { state })
      return id
    },
    async document(state) {
      const { id } = await makeLiveDocument(db, scope)
      if (state) await db.update(documents).set({ deletedAt: new Date(), deletedBy: scope.userId }).where(eq(documents.id, id))
      return id
    },
    async comment(by) {
      const [id, annotationId] = [newId(), newId()]
      await beginThread(db, scope, { annotationId, documentId, quote: 'the hotline' })
      await insertComment(db, mintScope(workspaceId, by, 'owner'), { id, annotationId, act: 'said', text: fresh('Comment') })
      return { id, annotationId }
    },
    async memo(by) {
      const id = newId()
      await insertMemo(db, mintScope(workspaceId, by, 'owner'), { id, subject: 'document', subjectId: documentId, text: 'First' })
      return id
    },
    async savedQuery(by) {
      const id = newId()
      await putSavedQuery(db, mintScope(workspaceId, by, 'owner'), { id, name: fresh('Query'), address: '', isShared: false })
      return id
    },
    async webhook() {
      const [id, now] = [newId(), new Date()]
      const more = { createdBy: scope.userId, createdAt: now, stoppedAt: now, toldUntil: now, toldVersion: 0 }
      await insertWebhook(db, { id, workspaceId, url: 'https://hooks.invalid/in', events: ['document.created'], ...more })
      return id
    },
    async rejection() {
      const [id, actorId] = [newId(), await makeActor(db, scope, { name: fresh('Actor') })]
      await insertRejections(db, scope, [{ id, actorId, words: 'actor', documentId, runs: null }])
      return id
    },
    version: async () => ({ documentId, versionId: await insertVersion(db, scope, { documentId, seq: 1, kind: 'named', name: 'First' }) }),
    async codebookVersion() {
      await setCodebookVersionName(db, scope, 0, fresh('Version'))
      return 0
    },
    async edition(offeredBy) {
      const bytes = new TextEncoder().encode(fresh(TEXT))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const file = {
        fileName: 'next.txt',
        format: 'txt',
        encoding: 'utf-8',
        byteSize: bytes.length,
        sha256,
        bytes,
        text: `\n${TEXT}`,
        textSha256: sha256,
      }
      return { edition: await keepPendingEdition(db, mintScope(workspaceId, offeredBy, 'editor'), documentId, file), sha256 }
    },
    async invitation() {
      const invited = await inviteMember(scope, { role: 'viewer', days: 7 }, { db })
      if (!invited.ok) throw new Error(invited.reason)
      return invited.id
    },
    member: async () => (await makeMember(db, workspaceId, 'commenter')).user.id,
    async binnedWorkspace(userId, role) {
      const { scope: binned, owner } = await makeWorkspace(db, { name: 'Old desk' })
      if (role) await makeMember(db, binned.workspaceId, role, { user: { id: userId, name: '', email: '' } })
      await db.update(workspaces).set({ deletedAt: new Date(), deletedBy: owner.id }).where(eq(workspaces.id, binned.workspaceId))
      return binned.workspaceId
    },
  }
}

/** Ids of nothing. */
export function noRows(): Rows {
  const none = async () => newId()
  const documentId = newId()
  return {
    documentId,
    layerId: newId(),
    actor: none,
    kind: async () => 'none',
    alias: async () => ({ actorId: newId(), aliasId: newId() }),
    theme: none,
    merge: async () => 1_000_000,
    codebookImport: async () => 1_000_000,
    proposal: none,
    document: none,
    comment: async () => ({ id: newId(), annotationId: newId() }),
    memo: none,
    savedQuery: none,
    webhook: none,
    rejection: none,
    version: async () => ({ documentId, versionId: newId() }),
    codebookVersion: async () => 0,
    edition: async () => ({ edition: 7, sha256: createHash('sha256').update(newId()).digest('hex') }),
    invitation: none,
    member: async () => newId(),
    binnedWorkspace: none,
  }
}
