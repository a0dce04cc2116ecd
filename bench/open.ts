// A document with 10,000 rows in its log: until a restarted server takes sockets, until the first person has the document,
// without and with a snapshot, and how long a snapshot of it holds up the event loop.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Database, openDatabase } from '#/db/client.ts'
import { appendRoomUpdates, lastSeq, writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { createSnapshotTaker } from '#/server/jobs/snapshot.ts'
import { freePort } from '#/tests/support/free-port.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { RawClient } from '#/tests/support/raw-client.ts'
import { snapshotFile } from '#/tests/support/snapshot.ts'
import { spawnCollab } from '#/tests/support/spawn-collab.ts'
import { until } from '#/tests/support/until.ts'
import { type Figure, median } from './figure.ts'
import { goFirst } from './sync/priority.ts'

const ROWS = 10_000
const ROUNDS = 3
const BATCH = 500
const KINDS = ['embedded', 'server'] as const

interface Prepared {
  room: string
  length: number
  cookie: string
}
interface Opened {
  readyMs: number
  openMs: number
}

/** Writes a document as somebody would who types and corrects for an hour: one row per change. */
async function prepare({ db }: Database): Promise<Prepared> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')
  // Reads the secret when it loads.
  const { signIn } = await import('#/tests/support/collab-server.ts')
  const { scope } = await makeWorkspace(db)
  const document = await makeLiveDocument(db, scope, 'Text:')
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const doc = await loadRoom(db, document.text)
  const rows: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => rows.push(update))
  const text = doc.getText(TEXT_NAME)
  while (rows.length < ROWS)
    if (rows.length % 7 === 6) text.delete(text.length - 2, 1)
    else text.insert(1 + ((rows.length * 7919) % (text.length - 1)), 'word ')
  for (let at = 0; at < ROWS; at += BATCH) {
    const batch = rows.slice(at, at + BATCH).map((bytes) => ({ bytes, crc32: crc32(bytes) }))
    const about = { room: document.text, workspaceId: scope.workspaceId, userId: user.id }
    await appendRoomUpdates(
      db,
      batch.map((row, n) => ({ ...about, ...row, claims: at + n === 0 ? [doc.clientID] : [] })),
    )
  }
  return { room: document.text, length: text.length, cookie: (await signIn(db, user.id)).cookie }
}

/** Starts a server on what is there and opens the document. A server that is killed makes no snapshot. */
async function openOnce(where: { url?: string; dataDir?: string }, { room, length, cookie }: Prepared): Promise<Opened> {
  const start = performance.now()
  const server = await spawnCollab({ ...where, port: await freePort(), editors: 0 })
  const readyMs = performance.now() - start
  try {
    const client = new RawClient(server.started, cookie)
    await client.opened()
    const opening = performance.now()
    const doc = await client.join(room)
    await until('the document is there', () => doc.getText(TEXT_NAME).length === length, 60_000)
    const openMs = performance.now() - opening
    client.ws.close()
    return { readyMs, openMs }
  } finally {
    await server.end('SIGKILL')
  }
}

/**
 * Makes the snapshot. Time on the processor, because waiting for a core says more about the machine's other programs.
 *
 * @returns the longest turn of this thread's event loop meanwhile, ms
 */
async function takeSnapshot({ db }: Database, room: string): Promise<number> {
  let longest = 0
  const busyMs = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let last = busyMs()
  const ticking = setInterval(() => {
    const now = busyMs()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  const seq = await lastSeq(db, [room])
  const { bytes, crc32: checksum } = await createSnapshotTaker(db).take(room, seq)
  clearInterval(ticking)
  const { rows } = await db.execute<{ workspace_id: string }>('select workspace_id from room_updates limit 1')
  await writeRoomSnapshot(db, { room, workspaceId: rows[0]?.workspace_id as string, seq, bytes, crc32: checksum })
  return longest
}

async function measure(kind: (typeof KINDS)[number], where: { url?: string; dataDir?: string }): Promise<Figure[]> {
  const open = async () => openDatabase(where.url ? { url: where.url } : { dataDir: where.dataDir, snapshot: undefined, migrate: false })
  const first = where.url
    ? await open()
    : await openDatabase({ dataDir: where.dataDir, snapshot: new Uint8Array(readFileSync(await snapshotFile())), migrate: false })
  const prepared = await prepare(first)
  await first.close()
  const bare: Opened[] = []
  for (let round = 0; round < ROUNDS; round++) bare.push(await openOnce(where, prepared))
  const second = await open()
  const stallMs = await takeSnapshot(second, prepared.room)
  await second.close()
  const kept: Opened[] = []
  for (let round = 0; round < ROUNDS; round++) kept.push(await openOnce(where, prepared))
  const middle = (runs: Opened[], of: keyof Opened) => median(runs.map((run) => run[of]))
  const figure = (name: string, value: number, goal: number): Figure => ({
    name: `open-${kind}-${name}`,
    value,
    unit: 'ms',
    goal: { bound: '<=', value: goal },
  })
  return [
    figure('restart-ready', middle([...bare, ...kept], 'readyMs'), 2000),
    figure('10000-rows', middle(bare, 'openMs'), 1000),
    figure('10000-rows-with-snapshot', middle(kept, 'openMs'), 1000),
    figure('snapshot-longest-turn', stallMs, 50),
  ]
}

export async function run(): Promise<Figure[]> {
  goFirst(process.pid)
  const folder = mkdtempSync(join(tmpdir(), 'interline-open-'))
  const postgres = await startPostgres()
  try {
    return [...(await measure('embedded', { dataDir: join(folder, 'pg') })), ...(await measure('server', { url: postgres.url }))]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
