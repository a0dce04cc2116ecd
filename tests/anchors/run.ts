import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { meets, printFigures } from '#/bench/figure.ts'
import { figuresOf } from './figures.ts'
import { printTable } from './table.ts'
import { add, emptyTally, type Tally } from './tally.ts'
import type { Task } from './worker.ts'

/*
 * npm run test:anchors -- [--runs 5000] [--seed 1] [--stock 100]
 *
 * Runs that many random histories, from that seed on, on all cores; and some of them, evenly spread, with stock y-tiptap.
 * Ends with 1 when a goal is missed. `node tests/anchors/run.ts --runs 1 --seed 42` repeats one.
 */
const START_MS = 60_000
const MOST_MS = 1_000

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' }, stock: { type: 'string' } },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const stock = Math.min(runs, values.stock === undefined ? Math.max(20, Math.round(runs / 20)) : Number(values.stock))
if (![runs, seed, stock].every(Number.isSafeInteger) || runs < 1) throw new Error('--runs, --seed and --stock are whole numbers')

const children: ChildProcess[] = []
// A run that never ends is a failure too; an idle core does a run in a tenth of a second.
setTimeout(
  () => {
    console.error(`Not done after ${(START_MS + runs * MOST_MS) / 1000} s`)
    for (const child of children) child.kill()
    process.exit(1)
  },
  START_MS + runs * MOST_MS,
).unref()

const seeds = Array.from({ length: runs }, (_, i) => seed + i)
const started = performance.now()
const ours = await onAllCores('interline', seeds)
const seconds = (performance.now() - started) / 1000
const theirs =
  stock > 0
    ? await onAllCores(
        'stock',
        seeds.filter((_, i) => Math.floor((i * stock) / runs) !== Math.floor(((i - 1) * stock) / runs)),
      )
    : null

printTable(ours, theirs)
console.log(`\n${runs} runs in ${seconds.toFixed(1)} s, ${((1000 * seconds) / runs).toFixed(0)} ms each on ${availableParallelism()} cores`)
for (const { seed: failing, what } of ours.failures)
  console.log(`seed ${failing}: ${what}\n  node tests/anchors/run.ts --runs 1 --seed ${failing} --stock 0`)
const figures = figuresOf(ours)
printFigures(figures)
process.exit(figures.every(meets) ? 0 : 1)

/** Shares seeds among one process per core. */
async function onAllCores(side: Task['side'], list: readonly number[]): Promise<Tally> {
  const total = emptyTally()
  const cores = Math.max(1, Math.min(availableParallelism(), list.length))
  await Promise.all(
    Array.from({ length: cores }, (_, core) => {
      const seedsOfCore = list.filter((_, i) => i % cores === core)
      const child = fork(new URL('./worker.ts', import.meta.url))
      children.push(child)
      child.send({ side, seeds: seedsOfCore } satisfies Task)
      return new Promise<void>((resolve, reject) => {
        let done = false
        child.on('message', (tally: Tally) => {
          done = true
          add(total, tally)
        })
        child.on('exit', (code) => (done ? resolve() : reject(new Error(`A worker ended with ${code}`))))
      })
    }),
  )
  total.failures.sort((a, b) => a.seed - b.seed)
  return total
}
