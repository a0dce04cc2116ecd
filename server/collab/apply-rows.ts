import { crc32 } from 'node:zlib'
import * as Y from 'yjs'

/** A row of the log, or a snapshot, with the checksum it was stored with. */
export interface CheckedBytes {
  seq: number
  bytes: Uint8Array
  crc32: number
}

/** Why a row is in quarantine that changed on disk; it is taken back when its bytes are mended. */
export const BAD_CHECKSUM = 'the checksum does not match'

/** Whether the bytes are those that were stored. */
export function isIntact({ bytes, crc32: checksum }: CheckedBytes): boolean {
  return crc32(bytes) === checksum
}

/**
 * Applies rows of a log one by one, each for itself: a damaged one is left out, the others come through. Nothing of a row
 * with a bad checksum is applied; of one that Yjs cannot take (any other reason) a part may have been.
 */
export function applyRows(doc: Y.Doc, rows: readonly CheckedBytes[], origin: unknown): { seq: number; reason: string }[] {
  const failed: { seq: number; reason: string }[] = []
  for (const row of rows) {
    if (!isIntact(row)) {
      failed.push({ seq: row.seq, reason: BAD_CHECKSUM })
      continue
    }
    try {
      Y.applyUpdate(doc, row.bytes, origin)
    } catch (error) {
      failed.push({ seq: row.seq, reason: `not an update: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  return failed
}
