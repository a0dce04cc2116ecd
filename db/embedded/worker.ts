// The thread in which PGlite runs. It speaks the Postgres wire protocol over the message port, so that the rest of the
// program uses the ordinary `pg` driver and the main loop never waits for a query.
import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { DurableNodeFS, fsyncTree } from './durable-node-fs.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './protocol.ts'

const port = parentPort
if (!port) throw new Error('db/embedded/worker.ts must run in a worker thread')
const { dataDir, snapshot, fsync } = workerData as WorkerOptions
const durable = Boolean(dataDir) && fsync
const isNew = dataDir ? !existsSync(`${dataDir}/PG_VERSION`) : false

const post = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

const db = await PGlite.create({
  ...(durable ? { fs: new DurableNodeFS(dataDir as string) } : { dataDir }),
  loadDataDir: snapshot ? new Blob([snapshot]) : undefined,
  extensions: { pg_trgm, unaccent },
  ...(durable
    ? { startParams: [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=fsync'] }
    : {}),
  initDbStartParams: ['--wal-segsize=1'],
  postgresqlconf: ['shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=5MB', 'timezone=UTC', 'log_timezone=UTC'],
})
if (durable && isNew) {
  await db.exec('CHECKPOINT')
  fsyncTree(dataDir as string)
}
post({ type: 'ready' })

let connection = 0
let pending: Buffer = Buffer.alloc(0)
let greeted = false
let changed = false
let writable = true

/** Splits off the complete protocol messages received so far (the first of a connection has no type byte). */
function takeFrames(): Uint8Array {
  let end = 0
  for (;;) {
    const head = greeted ? 1 : 0
    if (pending.length < end + head + 4) break
    const length = pending.readUInt32BE(end + head) + head
    if (pending.length < end + length) break
    end += length
    greeted = true
  }
  const frames = new Uint8Array(pending.subarray(0, end))
  pending = pending.subarray(end)
  return frames
}

async function rollBack() {
  if (db.isInTransaction()) await db.exec('ROLLBACK')
}

async function openConnection(id: number) {
  // The client before may have gone away in the middle of a transaction: its leftovers must not reach the next one.
  await rollBack()
  if (connection) await db.exec('DISCARD ALL')
  if (!writable) await setWritable(false)
  connection = id
  pending = Buffer.alloc(0)
  greeted = false
}

/** The session may be somebody's with fewer rights just now (see `db/member-pool.ts`). */
async function asOwner(task: string) {
  const { rows } = await db.query<{ role: string }>(`select current_setting('role') as role`)
  await db.exec('RESET ROLE')
  try {
    await db.exec(task)
  } finally {
    await db.query(`select set_config('role', $1, false)`, [rows[0]?.role])
  }
}

async function setWritable(on: boolean) {
  writable = on
  await db.exec(`SET default_transaction_read_only = ${on ? 'off' : 'on'}`)
}

const TERMINATE = 0x58
/** How an error begins after which Postgres is at its end; text in results holds no NUL. PGlite would never answer again. */
const PANIC = 'SPANIC\0VPANIC\0'
/** A long result is sent on in pieces of about this size. */
const MESSAGE_BYTES = 256 << 10

async function receive(id: number, data: Uint8Array) {
  if (id !== connection) return
  pending = pending.length ? Buffer.concat([pending, data]) : Buffer.from(data)
  const wasGreeted = greeted
  const frames = takeFrames()
  if (!frames.length || (wasGreeted && frames[0] === TERMINATE)) return
  changed = true
  const answer = new Answer(id)
  await db.runExclusive(() => db.execProtocolRawStream(frames, { onRawData: (raw) => answer.add(raw) }))
  answer.send()
}

/** Gathers what the database says in answer to a query: dozens of small pieces, each of which would be a message. */
class Answer {
  readonly #id: number
  #pieces: Uint8Array[] = []
  #size = 0

  constructor(id: number) {
    this.#id = id
  }

  /** @param raw only good until this returns */
  add(raw: Uint8Array): void {
    if (Buffer.from(raw.buffer, raw.byteOffset, raw.length).includes(PANIC))
      post({ type: 'broken', message: 'Postgres gave up, most likely because the disk is full' })
    this.#pieces.push(raw.slice())
    this.#size += raw.length
    if (this.#size > MESSAGE_BYTES) this.send()
  }

  send(): void {
    if (this.#size === 0) return
    const data = new Uint8Array(this.#size)
    let at = 0
    for (const piece of this.#pieces) {
      data.set(piece, at)
      at += piece.length
    }
    this.#pieces = []
    this.#size = 0
    post({ type: 'data', id: this.#id, data }, [data.buffer])
  }
}

async function handle(message: ToWorker) {
  switch (message.type) {
    case 'open':
      return openConnection(message.id)
    case 'close':
      return message.id === connection ? rollBack() : undefined
    case 'data':
      return receive(message.id, message.data)
    case 'maintain':
      // PGlite neither checkpoints nor vacuums by itself; never inside somebody's transaction.
      if (!changed || !writable || db.isInTransaction()) return
      await asOwner(message.task === 'vacuum' ? 'VACUUM (ANALYZE)' : 'CHECKPOINT')
      if (message.task === 'vacuum') changed = false
      return
    case 'writable':
      // Inside a transaction it would end with it; the next second it is said again.
      return message.on === writable || db.isInTransaction() ? undefined : setWritable(message.on)
    case 'dump': {
      const file = await db.dumpDataDir('none')
      const bytes = new Uint8Array(await file.arrayBuffer())
      return post({ type: 'dumped', data: bytes }, [bytes.buffer])
    }
    case 'stop':
      await rollBack()
      await asOwner('CHECKPOINT')
      await db.close()
      return post({ type: 'stopped' })
  }
}

let queue: Promise<void> = Promise.resolve()
port.on('message', (message: ToWorker) => {
  queue = queue
    .then(() => handle(message))
    .catch((error) => post({ type: 'error', id: connection, message: String(error) }))
    .finally(() => post({ type: 'idle' }))
})
