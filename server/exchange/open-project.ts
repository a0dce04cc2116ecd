import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { listNamedVersions } from '#/db/queries/codebook-versions.ts'
import { listExcerptDocuments } from '#/db/queries/excerpt-documents.ts'
import { excerptBatches } from '#/db/queries/excerpts.ts'
import { type DocumentFacts, readDocumentFacts } from '#/db/queries/exchange-documents.ts'
import { getOriginal } from '#/db/queries/originals.ts'
import { listPeople } from '#/db/queries/people.ts'
import { readRoom } from '#/db/queries/room-log.ts'
import { readThreads } from '#/db/queries/threads.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import type { ExchangeDocument, ExchangeSource } from '#/lib/format/project/exchange-project.ts'
import { readStatements } from '#/lib/format/project/read-statements.ts'
import { printAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'
import { applyRows } from '#/server/collab/apply-rows.ts'

export interface OpenProjectOptions {
  /** As this member. */
  db: Db
  /** The database itself: members do not read the log. */
  log: Db
  /** Origin people open in their browser. */
  origin: string
  /** ms since 1970. */
  now: number
}

/** How many excerpts are asked for at a time to know which match. */
const BATCH = 1000

/**
 * Reads a workspace for an exporter, document after document from the log of their rooms, so that texts and statements are of one
 * moment. With a query: the documents with statements that match, and of their statements those.
 *
 * @param query null: everything, documents without statements too
 */
export async function openProject(
  scope: Scope,
  query: Query | null,
  { db, log, origin, now }: OpenProjectOptions,
): Promise<ExchangeSource> {
  const codebook = await readWholeCodebook(db, scope)
  const named = await listNamedVersions(db, scope)
  const wanted = query ? await matching(db, scope, query) : await everything(db, scope)
  const merged = await readMerged(db, scope)
  return {
    project: {
      workspace: { id: scope.workspaceId, name: await findWorkspaceName(db, scope) },
      codebook,
      codebookName: named.find(({ version }) => version === codebook.version)?.name ?? '',
      people: await listPeople(db, scope),
      exportedAt: now,
      origin,
      filter: query ? printAddress(query).toString() : '',
    },
    documentCount: wanted.size,
    async *documents() {
      for (const [documentId, statementIds] of wanted) {
        const facts = await readDocumentFacts(db, scope, documentId)
        if (!facts) continue
        const document = await readDocument(log, facts, merged)
        const statements = statementIds ? document.statements.filter(({ id }) => statementIds.has(id)) : document.statements
        yield { ...document, statements, threads: await readThreads(db, scope, documentId) }
        // Others are answered between two documents.
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    original: async (documentId) => (await getOriginal(db, scope, documentId))?.bytes ?? null,
  }
}

/** Ids of documents; null: all their statements. */
type Wanted = Map<string, ReadonlySet<string> | null>

async function everything(db: Db, scope: Scope): Promise<Wanted> {
  return new Map((await listExcerptDocuments(db, scope)).map(({ id }) => [id, null]))
}

async function matching(db: Db, scope: Scope, query: Query): Promise<Wanted> {
  const found = new Map<string, Set<string>>()
  for await (const batch of excerptBatches(db, scope, query, BATCH))
    for (const { document, annotationId } of batch) {
      const ids = found.get(document.id) ?? new Set()
      found.set(document.id, ids.add(annotationId))
    }
  return found
}

async function readDocument(log: Db, { layerIds, ...facts }: DocumentFacts, merged: Merged): Promise<Omit<ExchangeDocument, 'threads'>> {
  const layers = new Map<string, Y.Doc>()
  for (const id of layerIds) layers.set(id, await readDoc(log, `layer/${id}`))
  // The text last: what a layer stands on is there by then.
  const text = await readDoc(log, `text/${facts.id}`)
  return { ...facts, ...readStatements(text, layers, merged) }
}

async function readDoc(log: Db, room: string): Promise<Y.Doc> {
  const { snapshot, updates } = await readRoom(log, room)
  const doc = new Y.Doc()
  doc.transact(() => applyRows(doc, snapshot ? [snapshot, ...updates] : updates, 'export'))
  return doc
}
