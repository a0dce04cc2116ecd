import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, meets, printFigures } from '#/bench/figure.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { snapshotFile } from '#/tests/support/snapshot.ts'
import { type Place, playRound, type Round } from './round.ts'

/*
 * npm run drill -- [--mb N]
 *
 * The whole way from a disaster back, with the product's own programs: people type, a backup is made, the process is killed,
 * the backup is restored to another place (embedded to embedded, embedded to server, server to embedded), verified and
 * compared. Ends with 1 when anything is lost, doubled or different. --mb: with so many megabytes of log, to see what times mean.
 */
const { values } = parseArgs({ options: { mb: { type: 'string', default: '0' } } })
const mb = Number(values.mb)
if (!Number.isSafeInteger(mb) || mb < 0) throw new Error('--mb is a whole number')
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64url')
const started = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'interline-drill-'))
const postgres = await startPostgres()
const rounds: Round[] = []
try {
  const place = (name: string, generation: number): Place => {
    mkdirSync(join(folder, name))
    return { name: 'embedded', dataDir: join(folder, name), generation }
  }
  const server: Place = { name: 'server', dataDir: place('server', 2).dataDir, generation: 2, url: postgres.url }
  const snapshot = join(folder, 'empty.tar')
  copyFileSync(await snapshotFile(), snapshot)
  for await (const round of playRound(place('first', 1), [place('second', 2), server], folder, { snapshot, mb })) rounds.push(round)
  // The server goes on with what was restored to it.
  for await (const round of playRound(server, [place('third', 3)], folder)) rounds.push(round)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

const columns = ['way', 'rows', 'MB', 'acknowledged', 'backup s', 'restore s', 'verify s', 'Saved p95 ms', 'wrong']
console.log(columns.map((column, at) => (at === 0 ? column.padEnd(22) : column.padStart(13))).join(''))
for (const { name, rows, mb, acknowledged, backupSeconds, restoreSeconds, verifySeconds, savedP95, wrong } of rounds) {
  const cells = [
    rows,
    mb.toFixed(2),
    acknowledged,
    ...[backupSeconds, restoreSeconds, verifySeconds].map((n) => n.toFixed(1)),
    Math.round(savedP95),
    wrong.length,
  ]
  console.log(name.padEnd(22) + cells.map((cell) => String(cell).padStart(13)).join(''))
}
const wrong = rounds.flatMap((round) => round.wrong.slice(0, 10).map((what) => `${round.name}: ${what}`))
for (const what of wrong) console.log(what)
const worst = (of: (round: Round) => number) => Math.max(...rounds.map(of))
const secondsBack = (round: Round) => round.restoreSeconds + round.verifySeconds
const figures: Figure[] = [
  { name: 'drill-wrong', value: wrong.length, unit: 'count', goal: { bound: '<=', value: 0 } },
  { name: 'drill-ways', value: rounds.length, unit: 'count', goal: { bound: '>=', value: 3 } },
  {
    name: 'drill-acknowledged',
    value: Math.min(...rounds.map((round) => round.acknowledged)),
    unit: 'count',
    goal: { bound: '>=', value: 30 },
  },
  { name: 'drill-back-in-service', value: worst(secondsBack), unit: 's', goal: { bound: '<=', value: 600 } },
]
// With little data nearly all of the time goes into starting programs.
if (mb > 0)
  for (const round of rounds) console.log(`${round.name}: back in ${((secondsBack(round) / round.mb) * 1000).toFixed(0)} s per GB`)
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
printFigures(figures)
process.exit(figures.every(meets) ? 0 : 1)
