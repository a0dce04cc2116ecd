import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import { applyRows, BAD_CHECKSUM, type CheckedBytes } from '#/server/collab/apply-rows.ts'
import type { TakenSnapshot } from './snapshot.ts'

/**
 * Applies the rows of a room's log to an empty document and encodes what comes out, twice: a snapshot that would give
 * another state than the rows is never written.
 *
 * @throws when it does
 */
export function takeSnapshot(rows: readonly CheckedBytes[]): TakenSnapshot {
  const failed: { seq: number; reason: string }[] = []
  const doc = replay(rows, failed)
  const bytes = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, bytes)
  if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(copy))) throw new Error('the encoded state differs from the applied rows')
  return { bytes, crc32: crc32(bytes), vector: Y.encodeStateVector(doc), failed }
}

/** A row that was applied in part leaves its traces in the document, so after one everything is applied anew without it. */
function replay(rows: readonly CheckedBytes[], failed: { seq: number; reason: string }[]): Y.Doc {
  const left = new Set(failed.map(({ seq }) => seq))
  const sound = rows.filter(({ seq }) => !left.has(seq))
  const doc = new Y.Doc()
  const now: typeof failed = []
  doc.transact(() => now.push(...applyRows(doc, sound, 'replay')), 'replay')
  failed.push(...now)
  return now.some(({ reason }) => reason !== BAD_CHECKSUM) ? replay(rows, failed) : doc
}
