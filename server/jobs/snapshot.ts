import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Db } from '#/db/client.ts'
import { readHistoryRows, readSnapshot } from '#/db/queries/room-history.ts'
import { readQuarantine } from '#/db/queries/room-quarantine.ts'
import { type CheckedBytes, isIntact } from '#/server/collab/apply-rows.ts'

/** What the process is told: rows first, as many messages as it takes, then that there are no more. */
export type SnapshotMessage = { rows: CheckedBytes[] } | 'end'

/** The state of a room that its log gives. */
export interface TakenSnapshot {
  /** Yjs update, encoding v1; what waits for missing rows is in it. */
  bytes: Uint8Array
  crc32: number
  /** State vector of the state. */
  vector: Uint8Array
  /** Rows that could not be applied and are not in it. */
  failed: { seq: number; reason: string }[]
}
export type SnapshotReply = TakenSnapshot | { error: string }

export interface SnapshotTaker {
  /**
   * Replays the log of a room up to and including a row, from its last sound snapshot on.
   *
   * @throws when it takes too long, is too large, or comes out different the second time
   */
  take(room: string, upTo: number): Promise<TakenSnapshot>
  /** Ends what is running. */
  stop(): void
}

const PROCESS = fileURLToPath(new URL('./snapshot-process.ts', import.meta.url))
/** Rows that are read and sent at once: a few ms, between which the event loop gets its turn. */
const PAGE = { rows: 1000, bytes: 4 << 20 }
/** Largest log that is replayed, bytes: a room's state is 20 MB at most, and there are rows since the last snapshot. */
const MOST_BYTES = 256 << 20

/**
 * Makes snapshots in a process of its own, one at a time: replaying ten thousand rows takes a good part of a second, in
 * which nobody's typing may wait. A process and not a thread, as for reading files: what runs out of memory ends alone.
 */
export function createSnapshotTaker(db: Db, { time = 60_000, heapMb = 512 } = {}): SnapshotTaker {
  let running: ChildProcess | null = null

  async function take(room: string, upTo: number): Promise<TakenSnapshot> {
    const child = fork(PROCESS, {
      execArgv: [`--max-old-space-size=${heapMb}`],
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running = child
    // What is sent to a process that just ended is no fault; its end is noticed where the answer is waited for.
    child.on('error', () => {})
    const timer = setTimeout(() => child.kill('SIGKILL'), time)
    const replied = new Promise<SnapshotReply>((resolve) => {
      child.once('message', (reply: SnapshotReply) => resolve(reply))
      child.once('error', ({ message }) => resolve({ error: message }))
      child.once('exit', () => resolve({ error: `the process ended first: too large, or longer than ${time} ms` }))
    })
    try {
      await sendRows(db, child, room, upTo)
      const reply = await replied
      if ('error' in reply) throw new Error(reply.error)
      return reply
    } finally {
      clearTimeout(timer)
      running = null
      child.kill('SIGKILL')
    }
  }

  return { take, stop: () => running?.kill('SIGKILL') }
}

async function sendRows(db: Db, child: ChildProcess, room: string, upTo: number): Promise<void> {
  const aside = new Set((await readQuarantine(db, room)).map(({ seq }) => seq))
  const last = await readSnapshot(db, room, upTo)
  const from = last && isIntact(last) ? last : null
  if (from) await send(child, { rows: [from] })
  let bytes = from?.bytes.length ?? 0
  for (let after = from?.seq ?? 0; ; ) {
    const page = await readHistoryRows(db, room, { after, upTo, most: PAGE })
    bytes += page.reduce((sum, row) => sum + row.bytes.length, 0)
    if (bytes > MOST_BYTES) throw new Error(`the log is larger than ${MOST_BYTES} bytes`)
    const rows = page.filter(({ seq }) => !aside.has(seq)).map(({ seq, bytes, crc32 }) => ({ seq, bytes, crc32 }))
    await send(child, { rows })
    const end = page.at(-1)
    if (!end) break
    after = end.seq
  }
  await send(child, 'end')
}

/** Resolves when the message is on its way. */
function send(child: ChildProcess, message: SnapshotMessage): Promise<void> {
  return new Promise((resolve) => {
    if (child.connected) child.send(message, () => resolve())
    else resolve()
  })
}
