import type { CheckedBytes } from '#/server/collab/apply-rows.ts'
import type { SnapshotMessage, SnapshotReply } from './snapshot.ts'
import { takeSnapshot } from './take-snapshot.ts'

// One snapshot: see snapshot.ts, which sends the rows and ends this process when it takes too long.
const rows: CheckedBytes[] = []

process.on('message', (message: SnapshotMessage) => {
  if (message === 'end') process.send?.(reply())
  else rows.push(...message.rows)
})
// Nobody waits for this any more.
process.once('disconnect', () => process.exit())

function reply(): SnapshotReply {
  try {
    return takeSnapshot(rows)
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
