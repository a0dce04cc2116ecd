import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { readColumns, type StampedColumns } from './facet-documents.ts'

/** What excerpts of a workspace are counted by, as it was at one moment. It never changes. */
export interface FacetSnapshot {
  numbers: IdNumbers
  documents: ReadonlyMap<string, StampedColumns>
  /** The transaction that last deleted documents for good; null: none did. */
  departed: string | null
  /** Every transaction that committed and is not in it has this number or a higher one. */
  since: string
  /** Memory it takes. */
  bytes: number
}

/** Documents that are read in one statement. */
const PIECE = 100
/** A number and both ways between it and its id. */
const BYTES_OF_ID = 200

/** Reads all of a workspace, piece by piece: each is of its own moment, so what changed meanwhile has to be read again. */
export async function loadFacets(db: Db, scope: Scope): Promise<FacetSnapshot> {
  const since = await oldestUnfinished(db)
  const departed = await lastDeparture(db, scope)
  const empty = { numbers: new IdNumbers(), documents: new Map(), departed, since, bytes: 0 }
  return readAgain(db, scope, empty, await documentIds(db, scope))
}

/**
 * What it is now: as this transaction sees the workspace. A stamp that is the same says that nothing changed: whoever changes a document
 * stamps it, waits for those who did so before, and no two transactions have the same number.
 *
 * @param tx a transaction that sees one moment ("repeatable read"), begun after `last` was read
 */
export async function refreshFacets(tx: Db, scope: Scope, last: FacetSnapshot): Promise<FacetSnapshot> {
  const since = await oldestUnfinished(tx)
  const departed = await lastDeparture(tx, scope)
  const left = departed === last.departed ? last : onlyThese(last, await documentIds(tx, scope))
  const { rows } = await tx.execute<{ id: string; xact: string }>(sql`
    select document_id as id, xact::text as xact from excerpt_stamps where workspace_id = ${scope.workspaceId} and xact >= ${last.since}::xid8`)
  const changed = rows.filter(({ id, xact }) => left.documents.get(id)?.xact !== xact).map(({ id }) => id)
  const now = { ...left, departed, since }
  return changed.length === 0 ? now : readAgain(tx, scope, now, changed)
}

async function lastDeparture(db: Db, scope: Scope): Promise<string | null> {
  const { rows } = await db.execute<{ xact: string }>(
    sql`select xact::text as xact from document_departures where workspace_id = ${scope.workspaceId}`,
  )
  return rows[0]?.xact ?? null
}

async function documentIds(db: Db, scope: Scope): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from documents where workspace_id = ${scope.workspaceId} order by id`)
  return rows.map((row) => row.id)
}

function onlyThese(snapshot: FacetSnapshot, ids: readonly string[]): FacetSnapshot {
  const left = new Set(ids)
  return { ...snapshot, documents: new Map([...snapshot.documents].filter(([id]) => left.has(id))) }
}

async function oldestUnfinished(db: Db): Promise<string> {
  const { rows } = await db.execute<{ since: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as since`)
  return rows[0]?.since as string
}

async function readAgain(db: Db, scope: Scope, last: FacetSnapshot, ids: readonly string[]): Promise<FacetSnapshot> {
  const documents = new Map(last.documents)
  for (let at = 0; at < ids.length; at += PIECE) {
    const piece = ids.slice(at, at + PIECE)
    const found = await readColumns(db, scope, piece, last.numbers)
    for (const id of piece) {
      const columns = found.get(id)
      if (columns) documents.set(id, columns)
      else documents.delete(id)
    }
  }
  const bytes = documents.values().reduce((sum, { columns }) => sum + columns.bytes, last.numbers.size * BYTES_OF_ID)
  return { ...last, documents, bytes }
}

/** The columns of all documents. */
export function* columnsOf({ documents }: FacetSnapshot): Generator<DocumentColumns> {
  for (const { columns } of documents.values()) yield columns
}
