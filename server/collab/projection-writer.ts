import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import {
  findProjectionTarget,
  lockProjection,
  type ProjectedRow,
  type ProjectionChange,
  readProjectedRows,
  writeProjection,
} from '#/db/queries/excerpt-projection.ts'
import { projectLayer } from '#/lib/annotation/project.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { projectedRows } from './projected-rows.ts'
import { replayRoom } from './room-log.ts'

/** A room's document with the sequence number up to which the log is in it. */
export interface RoomState {
  doc: Y.Doc
  seq: number
}

export interface ProjectionResult {
  workspaceId: string
  /** Rows written or removed. */
  changes: number
}

/**
 * Brings the excerpt rows of a document, its word count and its time of change in line with its text and layers, in one
 * transaction. The result depends on them alone, not on what was there before: running it again changes nothing.
 *
 * @param live rooms that are open in this process; all others are read from the log
 * @returns null when there is no such document
 */
export async function projectDocument(
  db: Db,
  documentId: string,
  live: (room: string) => RoomState | undefined = () => undefined,
): Promise<ProjectionResult | null> {
  const target = await findProjectionTarget(db, documentId)
  if (!target) return null
  const { workspaceId, layerIds } = target
  const textRoom = `text/${documentId}`
  const stored = new Map<string, RoomState>()
  for (const name of [textRoom, ...layerIds.map(layerRoom)]) if (!live(name)) stored.set(name, await readRoomState(db, name))
  const stateOf = (name: string) => live(name) ?? (stored.get(name) as RoomState)

  // From here to the rows nothing waits, so all rooms are of one moment.
  const text = stateOf(textRoom)
  const layers = layerIds.map((id) => ({ id, ...stateOf(layerRoom(id)) }))
  const rows = layers.flatMap((layer) => projectedRows(layer.id, projectLayer(text.doc, layer.doc)))
  const wordCount = countWords(canonicalText(text.doc.getText(TEXT_NAME)))
  const seq = Math.max(text.seq, ...layers.map((layer) => layer.seq))
  return { workspaceId, changes: await writeDifference(db, { documentId, workspaceId, seq, wordCount }, rows) }
}

function layerRoom(layerId: string): string {
  return `layer/${layerId}`
}

async function readRoomState(db: Db, name: string): Promise<RoomState> {
  const doc = new Y.Doc()
  return { doc, seq: (await replayRoom(db, name, doc)).seq }
}

/** Writes what differs from the rows there are; answers how many rows that were. */
function writeDifference(db: Db, about: Omit<ProjectionChange, 'written' | 'removed'>, rows: ProjectedRow[]): Promise<number> {
  return db.transaction(async (tx) => {
    const projected = await lockProjection(tx, about.documentId)
    // Somebody projected a later state while this one was being made, or the document is gone.
    if (!projected || projected.seq > about.seq) return 0
    const before = new Map((await readProjectedRows(tx, about.documentId)).map((row) => [row.annotationId, fingerprint(row)]))
    const written = rows.filter((row) => before.get(row.annotationId) !== fingerprint(row))
    const wanted = new Set(rows.map((row) => row.annotationId))
    const removed = [...before.keys()].filter((id) => !wanted.has(id))
    await writeProjection(tx, { ...about, written, removed })
    return written.length + removed.length
  })
}

/** Equal for rows that are equal, whatever the order of their fields and tags. */
function fingerprint(row: ProjectedRow): string {
  const actors = row.actors.map(({ actorId, role }) => `${actorId}|${role}`).sort()
  const themes = row.themes.map(({ themeId, stance }) => `${themeId}|${stance}`).sort()
  const fields = Object.entries({ ...row, actors, themes }).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(fields)
}
