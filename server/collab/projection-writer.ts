import type * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import {
  findProjectionTarget,
  holdMerges,
  lockProjection,
  type ProjectedRow,
  type ProjectionChange,
  type ProjectionTarget,
  readProjectedRows,
  writeProjection,
} from '#/db/queries/excerpt-projection.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { KnownRows } from './known-rows.ts'
import { OriginalTexts } from './original-texts.ts'
import { fingerprint, type PrintedRow, projectRows } from './project-rows.ts'
import { replayIntoNew } from './room-log.ts'

/** A room's document with the sequence number up to which the log is in it. */
export interface RoomState {
  doc: Y.Doc
  seq: number
}

export interface ProjectionResult {
  workspaceId: string
  /** Rows written or removed, and the document's own when its mark came or went. */
  changes: number
}

/** What a process keeps between projections. */
export interface ProjectionMemory {
  rows: KnownRows
  originals: OriginalTexts
}

/**
 * Brings the excerpt rows of a document, its word count and its time of change in line with its text and layers, in one
 * transaction. The result depends on them alone, not on what was there before: running it again changes nothing.
 *
 * @param live rooms that are open in this process; all others are read from the log
 * @param memory what this process wrote and read before; spares reading all rows and originals back at every change
 * @returns null when there is no such document
 */
export async function projectDocument(
  db: Db,
  documentId: string,
  live: (room: string) => RoomState | undefined = () => undefined,
  memory: ProjectionMemory = { rows: new KnownRows(), originals: new OriginalTexts() },
): Promise<ProjectionResult | null> {
  const target = await findProjectionTarget(db, documentId)
  if (!target) return null
  // A merge between reading and writing: what was projected is not what the tags mean now.
  for (;;) {
    const changes = await projectOnce(db, documentId, target, live, memory)
    if (changes !== 'merged') return { workspaceId: target.workspaceId, changes }
  }
}

async function projectOnce(
  db: Db,
  documentId: string,
  { workspaceId, layerIds }: ProjectionTarget,
  live: (room: string) => RoomState | undefined,
  memory: ProjectionMemory,
): Promise<number | 'merged'> {
  const textRoom = `text/${documentId}`
  const merged = await readMerged(db, { workspaceId })
  const originals = await memory.originals.read(db, documentId)
  const stored = new Map<string, RoomState>()
  const names = [textRoom, ...layerIds.map(layerRoom)]
  const missing = () => names.find((name) => !live(name) && !stored.has(name))
  // A room may be closed while another one is read: then it is read too.
  for (let name = missing(); name; name = missing()) stored.set(name, await readRoomState(db, name))
  const stateOf = (name: string) => live(name) ?? (stored.get(name) as RoomState)

  // From here until all layers are projected nothing waits, so that everything is of one moment.
  const text = stateOf(textRoom)
  const layers = layerIds.map((id) => ({ id, ...stateOf(layerRoom(id)) }))
  const seq = Math.max(text.seq, ...layers.map((layer) => layer.seq))
  const { rows, ...followed } = await projectRows(text.doc, layers, originals, merged)
  const about = { documentId, workspaceId, seq, ...followed }
  return await writeDifference(db, about, rows, merged, memory.rows)
}

function layerRoom(layerId: string): string {
  return `layer/${layerId}`
}

async function readRoomState(db: Db, name: string): Promise<RoomState> {
  const { doc, seq } = await replayIntoNew(db, name)
  return { doc, seq }
}

/** Writes what differs from the rows there are; answers how many rows that were, or that the merges are others by now. */
async function writeDifference(
  db: Db,
  about: Omit<ProjectionChange, 'written' | 'removed'>,
  rows: PrintedRow[],
  merged: Merged,
  known: KnownRows,
): Promise<number | 'merged'> {
  const { documentId, workspaceId, seq, differs } = about
  const changes = await db.transaction(async (tx) => {
    if (JSON.stringify(await holdMerges(tx, workspaceId)) !== JSON.stringify(merged)) return 'merged'
    const projected = await lockProjection(tx, documentId)
    // Somebody projected a later state while this one was being made, or the document is gone.
    if (!projected || projected.seq > seq) return null
    const before = known.get(documentId, projected.seq) ?? prints(await readProjectedRows(tx, documentId))
    const written = rows.filter(({ row, print }) => before.get(row.annotationId) !== print).map(({ row }) => row)
    const wanted = new Set(rows.map(({ row }) => row.annotationId))
    const removed = [...before.keys()].filter((id) => !wanted.has(id))
    await writeProjection(tx, { ...about, written, removed })
    return written.length + removed.length + (projected.differs === differs ? 0 : 1)
  })
  if (changes === 'merged') return changes
  if (changes === null) return 0
  known.set(documentId, seq, new Map(rows.map(({ row, print }) => [row.annotationId, print])))
  return changes
}

function prints(rows: ProjectedRow[]): Map<string, string> {
  return new Map(rows.map((row) => [row.annotationId, fingerprint(row)]))
}
