import { isDeepStrictEqual } from 'node:util'
import type * as Y from 'yjs'
import type { Database } from '#/db/client.ts'
import { type ProjectedRow, readProjectedRows } from '#/db/queries/excerpt-projection.ts'
import { originalWordsFinder } from '#/lib/anchor/original-words.ts'
import { readOrigins } from '#/lib/anchor/origins.ts'
import { projectLayer } from '#/lib/annotation/project.ts'
import { ALIAS_NAME } from '#/lib/text/flat.ts'
import { OriginalTexts } from '#/server/collab/original-texts.ts'
import { projectedRows } from '#/server/collab/projected-rows.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import { readFound } from './found.ts'
import type { Found } from './judge.ts'
import { replicaPrint } from './replica.ts'

/** A document as the database has it, and what is wrong with it there. */
export interface Audited {
  found: Found
  /** Prints of both rooms, replayed from the log. */
  prints: string
  /** Statements that do not stand on their words. */
  astray: string[]
  /** Rows of excerpts that differ from what text and layer say. */
  drift: string[]
}

/** @param passages the word that each statement was put on */
export async function auditDocument({ db }: Database, document: LiveDocument, passages: ReadonlyMap<string, string>): Promise<Audited> {
  const text = await loadRoom(db, document.text)
  const layer = await loadRoom(db, document.layer)
  const found = readFound(text, layer)
  const originals = await new OriginalTexts().read(db, document.id)
  const originalWords = originalWordsFinder(originals.texts, readOrigins(text.getMap(ALIAS_NAME)))
  const wanted = projectedRows(document.layerId, projectLayer(text, layer, { originalWords }))
  const rows = await readProjectedRows(db, document.id)
  return { found, prints: printRooms(text, layer), astray: findAstray(found, wanted, passages), drift: findDrift(wanted, rows) }
}

/** Prints of a document's two rooms; equal in copies that are equal. */
export function printRooms(text: Y.Doc, layer: Y.Doc): string {
  return `${replicaPrint(text)} / ${replicaPrint(layer)}`
}

/** A statement stands on exactly its word, and on nothing once that is gone. */
function findAstray({ values }: Found, rows: readonly ProjectedRow[], passages: ReadonlyMap<string, string>): string[] {
  const byId = new Map(rows.map((row) => [row.annotationId, row]))
  const astray: string[] = []
  for (const [key, value] of values) {
    if (!key.startsWith('note/') || value === 'deleted') continue
    const id = key.slice('note/'.length)
    const word = passages.get(id) ?? ''
    const row = byId.get(id)
    byId.delete(id)
    const isThere = values.has(`word/${word}`)
    if (isThere && (row?.state !== 'anchored' || row.quote !== word)) astray.push(`${id}: ${row?.quote ?? 'nowhere'} instead of ${word}`)
    // Without a row: the words never arrived, their desk had crashed before it sent them.
    if (!isThere && row && row.state !== 'orphan') astray.push(`${id}: on "${row.quote}", though ${word} is gone`)
  }
  return [...astray, ...[...byId.keys()].map((id) => `${id}: a row without a statement`)]
}

function findDrift(wanted: readonly ProjectedRow[], rows: readonly ProjectedRow[]): string[] {
  const are = new Map(rows.map((row) => [row.annotationId, comparable(row)]))
  const drift: string[] = []
  for (const row of wanted.map(comparable)) {
    if (!isDeepStrictEqual(are.get(row.annotationId), row)) drift.push(`${row.annotationId}: ${difference(are.get(row.annotationId), row)}`)
    are.delete(row.annotationId)
  }
  return [...drift, ...[...are.keys()].map((id) => `${id}: a row too many`)]
}

/** A detached passage keeps the words it had last, which text and layer alone no longer say. */
function comparable(row: ProjectedRow): ProjectedRow {
  const kept = row.state === 'orphan' ? { quote: '', prefix: '', suffix: '', search: '' } : {}
  const actors = row.actors.toSorted((a, b) => (a.actorId < b.actorId ? -1 : 1))
  const themes = row.themes.toSorted((a, b) => (a.themeId < b.themeId ? -1 : 1))
  return { ...row, ...kept, survival: Math.fround(row.survival), actors, themes }
}

function difference(is: ProjectedRow | undefined, wanted: ProjectedRow): string {
  if (!is) return 'no row'
  const fields = (Object.keys(wanted) as (keyof ProjectedRow)[]).filter((field) => !isDeepStrictEqual(is[field], wanted[field]))
  return fields.map((field) => `${field} ${JSON.stringify(is[field])} instead of ${JSON.stringify(wanted[field])}`).join(', ')
}
