import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { listNamedVersions } from '#/db/queries/codebook-versions.ts'
import { type DocumentFacts, findExchangeDocuments, readDocumentFacts } from '#/db/queries/exchange-documents.ts'
import { listPeople } from '#/db/queries/people.ts'
import { readRooms, type StoredContent } from '#/db/queries/room-contents.ts'
import { readThreads } from '#/db/queries/threads.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { ahead } from '#/lib/format/export/ahead.ts'
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

/** How many documents are asked for together: a database far away answers once for all of them, and few are in memory. */
const TOGETHER = 8

/** How long documents are read before others are answered, ms. */
const TURN_MS = 15

/** A document as the database has it. */
interface StoredDocument {
  facts: DocumentFacts
  statementIds: ReadonlySet<string>
  rooms: ReadonlyMap<string, StoredContent>
  threads: ExchangeDocument['threads']
}

/**
 * Reads the documents that have statements which match, with those, for an exporter: one after the other from the log of their rooms,
 * so that texts and statements are of one moment.
 */
export async function openProject(scope: Scope, query: Query, { db, log, origin, now }: OpenProjectOptions): Promise<ExchangeSource> {
  const codebook = await readWholeCodebook(db, scope)
  const named = await listNamedVersions(db, scope)
  const wanted = await findExchangeDocuments(db, scope, query)
  const merged = await readMerged(db, scope)
  return {
    project: {
      workspace: { id: scope.workspaceId, name: await findWorkspaceName(db, scope) },
      codebook,
      codebookName: named.find(({ version }) => version === codebook.version)?.name ?? '',
      people: await listPeople(db, scope),
      exportedAt: now,
      origin,
      filter: printAddress(query).toString(),
    },
    async *documents() {
      let turn = performance.now()
      for await (const stretch of ahead(storedDocuments(scope, wanted, { db, log })))
        for (const stored of stretch) {
          yield readDocument(stored, merged)
          if (performance.now() - turn < TURN_MS) continue
          await new Promise((resolve) => setImmediate(resolve))
          turn = performance.now()
        }
    },
  }
}

async function* storedDocuments(
  scope: Scope,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  { db, log }: Pick<OpenProjectOptions, 'db' | 'log'>,
): AsyncGenerator<StoredDocument[]> {
  const ids = [...wanted.keys()]
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const stretch = ids.slice(at, at + TOGETHER)
    const found = await readDocumentFacts(db, scope, stretch)
    const threads = Map.groupBy(await readThreads(db, scope, stretch), ({ documentId }) => documentId)
    const rooms = await readRooms(log, [...found.values()].flatMap(roomsOf))
    yield stretch.flatMap((id) => {
      const facts = found.get(id)
      return facts ? [{ facts, statementIds: wanted.get(id) ?? new Set(), rooms, threads: threads.get(id) ?? [] }] : []
    })
  }
}

const textRoom = (documentId: string) => `text/${documentId}`
const layerRoom = (layerId: string) => `layer/${layerId}`

function roomsOf({ id, layerIds }: DocumentFacts): string[] {
  return [textRoom(id), ...layerIds.map(layerRoom)]
}

function readDocument({ facts: { layerIds, ...facts }, statementIds, rooms, threads }: StoredDocument, merged: Merged): ExchangeDocument {
  const docOf = (room: string) => {
    const { snapshot = null, updates = [] } = rooms.get(room) ?? {}
    const doc = new Y.Doc()
    doc.transact(() => applyRows(doc, snapshot ? [snapshot, ...updates] : updates, 'export'))
    return doc
  }
  const layers = new Map(layerIds.map((id) => [id, docOf(layerRoom(id))]))
  const { statements, ...text } = readStatements(docOf(textRoom(facts.id)), layers, merged)
  return { ...facts, ...text, statements: statements.filter(({ id }) => statementIds.has(id)), threads }
}
