import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Figure, meets, printFigures } from '#/bench/figure.ts'
import { openDatabase } from '#/db/client.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { readDoors } from './doors.ts'
import { printTable } from './table.ts'
import { tryAllDoors } from './try-doors.ts'
import { makeWorld } from './world.ts'

/*
 * npm run test:access -- [--short]
 *
 * Tries every page, route, server action and kind of room of the production build as everybody there is, and holds what
 * happened against tests/access/policy.ts. Ends with 1 on any difference, and when the build has a door that the policy does
 * not know. Both forms try everything.
 */
parseArgs({ options: { short: { type: 'boolean', default: false } } })
const started = performance.now()
const doors = readDoors()
process.env.NEXTAUTH_SECRET = randomBytes(32).toString('base64url')
const postgres = await startPostgres()
const database = await openDatabase({ url: postgres.url })
const world = await makeWorld(database)
const env = { DATABASE_URL: postgres.url, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET, SAMPLE: '0' }
const product = await startProduct({ env })
try {
  const { cells, unknown } = await tryAllDoors({ url: product.url, doors, world, database })
  printTable(cells, unknown)
  const differences = unknown.length + cells.filter(({ wrong }) => wrong).length
  console.log(`\ndifferences: ${differences}  (${cells.length} cells in ${((performance.now() - started) / 1000).toFixed(0)} s)`)
  const figures: Figure[] = [
    { name: 'access-cells', value: cells.length, unit: 'count', goal: { bound: '>=', value: 700 } },
    { name: 'access-differences', value: differences, unit: 'count', goal: { bound: '<=', value: 0 } },
  ]
  printFigures(figures)
  process.exitCode = figures.every(meets) ? 0 : 1
  if (process.exitCode) console.log(`\nThe product printed at the end:\n${product.log().slice(-4000)}`)
} finally {
  await product.stop()
  await database.close()
  await postgres.stop()
}
