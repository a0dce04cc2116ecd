import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { percentile } from '#/bench/figure.ts'
import { type Database, openDatabase } from '#/db/client.ts'
import { freePort } from '#/tests/support/free-port.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import { spawnCollab } from '#/tests/support/spawn-collab.ts'
import { fill } from './fill.ts'
import { judge } from './judge.ts'
import { runOperatorScript } from './script.ts'
import { Typist } from './typist.ts'

/** Where an installation is: on a server, or in its folder. */
export interface Place {
  name: 'embedded' | 'server'
  dataDir: string
  url?: string
  /** Of its database: 1 for a new one, one more for each restore. */
  generation: number
}

export interface Round {
  name: string
  /** What is wrong, in words. */
  wrong: string[]
  acknowledged: number
  rows: number
  /** Uncompressed, MB. */
  mb: number
  backupSeconds: number
  restoreSeconds: number
  verifySeconds: number
  /** From typing to acknowledgement while the backup ran, ms. */
  savedP95: number
}

const TYPISTS = 3
const TYPING_MS = 1500

const scriptEnv = ({ dataDir, url }: Place) => ({ DATA_DIR: dataDir, ...(url ? { DATABASE_URL: url } : {}) })
export const openPlace = ({ dataDir, url }: Place, migrate = false): Promise<Database> =>
  openDatabase(url ? { url, migrate } : { dataDir: join(dataDir, 'pg'), migrate })

/**
 * People type, somebody backs up meanwhile, the machine dies; then the backup is restored to new places and each is verified
 * and compared with what the dead machine left on its disk.
 *
 * @param begin with a file of a migrated embedded database (`snapshot`), and so many megabytes of log beside what is typed
 */
export async function* playRound(
  from: Place,
  to: Place[],
  folder: string,
  begin: { snapshot?: string; mb?: number } = {},
): AsyncGenerator<Round> {
  const { snapshot, mb: filled = 0 } = begin
  if (filled > 0) await fillPlace(from, filled, snapshot)
  const where = from.url ? { url: from.url } : { dataDir: join(from.dataDir, 'pg'), snapshot }
  const running = await spawnCollab({ ...where, port: await freePort(), editors: TYPISTS })
  const { started } = running
  const document = started.document as LiveDocument
  const typists: Typist[] = []
  for (let at = 0; at < TYPISTS; at++) typists.push(await Typist.sitDown(started, at, from.name[0] as string, from.generation))
  for (const typist of typists) typist.start()
  await new Promise((resolve) => setTimeout(resolve, TYPING_MS))
  const halfway = new Date()
  const halfwayWords = typists.flatMap((typist) => typist.acknowledged)
  await new Promise((resolve) => setTimeout(resolve, TYPING_MS))

  const file = join(mkdtempSync(join(folder, 'backup-')), 'drill.backup.gz')
  const acknowledged = typists.flatMap((typist) => typist.acknowledged)
  for (const typist of typists) typist.savedMs.length = 0
  const backup = await runOperatorScript('backup', ['--to', file], scriptEnv(from))
  const savedP95 = percentile(
    typists.flatMap((typist) => typist.savedMs),
    0.95,
  )
  await running.end('SIGKILL')
  await Promise.all(typists.map((typist) => typist.leave()))
  if (backup.code !== 0) throw new Error(`The backup failed: ${backup.output}`)
  const { logUpTo, rows, mb } = readManifest(file)

  for (const place of to) {
    const target = place.url ? ['--database-url', place.url] : ['--data-dir', place.dataDir]
    const restore = await runOperatorScript('restore', [file, '--to-new', ...target], scriptEnv(place))
    if (restore.code !== 0) throw new Error(`The restore failed: ${restore.output}`)
    const verify = await runOperatorScript('verify', [], scriptEnv(place))
    const wrong = verify.code === 0 && /^0 problems/m.test(verify.output) ? [] : [`verify says: ${verify.output}`]
    const [left, restored] = [await openPlace(from), await openPlace(place)]
    wrong.push(...(await judge(left, restored, document, { logUpTo, acknowledged })))
    await Promise.all([left.close(), restored.close()])
    wrong.push(...(await judgePast(place, document.id, halfway, halfwayWords, acknowledged)))
    const name = `${from.name} to ${place.name}`
    const seconds = { backupSeconds: backup.seconds, restoreSeconds: restore.seconds, verifySeconds: verify.seconds }
    yield { name, wrong, acknowledged: acknowledged.length, rows, mb, ...seconds, savedP95 }
  }
}

async function fillPlace({ dataDir, url }: Place, mb: number, snapshot?: string): Promise<void> {
  const given = snapshot && !url ? new Uint8Array(readFileSync(snapshot)) : undefined
  const database = await openDatabase(url ? { url, migrate: false } : { dataDir: join(dataDir, 'pg'), snapshot: given, migrate: false })
  await fill(database, mb)
  await database.close()
}

/** The restored installation still knows what the document was halfway through. */
async function judgePast(place: Place, documentId: string, at: Date, then: string[], later: string[]): Promise<string[]> {
  const past = await runOperatorScript('doc-at', [documentId, at.toISOString()], scriptEnv(place))
  if (past.code !== 0) return [`doc-at says: ${past.output}`]
  const words = new Set(past.output.split(/\s+/))
  const missing = then.filter((word) => !words.has(word)).length
  const known = later.filter((word) => words.has(word)).length
  if (missing > 0) return [`${missing} of ${then.length} words acknowledged by then are not in what doc-at printed`]
  return known < later.length ? [] : ['doc-at printed the end, not the middle']
}

function readManifest(file: string): { logUpTo: number; rows: number; mb: number } {
  const plain = gunzipSync(readFileSync(file))
  const text = plain.subarray(plain.lastIndexOf('\n#')).toString().trim()
  const { manifest } = JSON.parse(text.slice(1)) as { manifest: { logUpTo: number; tables: { rows: number }[] } }
  return { logUpTo: manifest.logUpTo, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), mb: plain.length / 1e6 }
}
