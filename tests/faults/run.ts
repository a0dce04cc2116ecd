import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { meets, printFigures } from '#/bench/figure.ts'
import { FAULTS } from './all.ts'
import { figuresOf } from './figures.ts'
import { type Row, runTasks } from './run-tasks.ts'
import { isBuilt } from './spawn-product.ts'
import { printTable } from './table.ts'
import type { Task } from './task.ts'

/*
 * npm run test:faults -- [--short] [--only F1,F7] [--seed N]
 *
 * Tries every fault of the matrix on the embedded database and on a PostgreSQL server of its own, and prints one table. Ends
 * with 1 when anything is lost, doubled, different or late. Without --short: 200 kills and more than 50,000 acknowledged edits.
 */
const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, only: { type: 'string' }, seed: { type: 'string' } },
})
const seed = values.seed === undefined ? randomInt(1, 1_000_000) : Number(values.seed)
const only = values.only?.toUpperCase().split(',')
const unknown = only?.filter((id) => !FAULTS.some((fault) => fault.id === id)) ?? []
if (!Number.isSafeInteger(seed) || unknown.length > 0) throw new Error(`--seed is a whole number, --only names faults: ${unknown.join()}`)

const started = performance.now()
console.log(`Faults with seed ${seed}${values.short ? ', short' : ''}`)
if (!isBuilt()) console.log('There is no production build: the rows with the whole product are left out (node scripts/prepare.mjs --build)')
const tasks = FAULTS.filter(({ id }) => !only || only.includes(id)).flatMap((fault): Task[] => {
  const backends = fault.backends.filter(
    (backend) => (!values.short || !fault.longOnly?.includes(backend)) && (backend !== 'product' || isBuilt()),
  )
  const about = { id: fault.id, seed, short: values.short }
  return [
    ...backends.map((backend) => ({ ...about, backend, peer: false })),
    // The peer is for comparison, not for judging.
    ...(values.short ? [] : (fault.peers ?? [])).map((backend) => ({ ...about, backend, peer: true })),
  ]
})
const rows: Row[] = await runTasks(tasks)

console.log()
printTable(rows)
for (const { task, outcome } of rows) {
  // What the bare server loses is in the table; it is no failure of ours.
  if (outcome.failures.length === 0 || task.peer) continue
  console.log(
    `\n${task.id} on ${task.backend}: again with  node tests/faults/run.ts --only ${task.id} --seed ${seed}${values.short ? ' --short' : ''}`,
  )
  for (const failure of outcome.failures.slice(0, 12)) console.log(`  ${failure}`)
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s, seed ${seed}`)
const figures = figuresOf(rows, values.short, Boolean(only))
printFigures(figures)
process.exit(figures.every(meets) && rows.every(({ task, outcome }) => task.peer || outcome.failures.length === 0) ? 0 : 1)
