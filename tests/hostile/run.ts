import { parseArgs } from 'node:util'
import { type Figure, meets, percentile, printFigures } from '#/bench/figure.ts'
import { collabPart } from './collab/part.ts'
import { filesPart } from './files/part.ts'
import type { Part, Row, Totals } from './row.ts'
import { stringsPart } from './strings/part.ts'
import { printRows } from './table.ts'
import { webPart } from './web/part.ts'

/*
 * npm run test:hostile -- [--short] [--seed 1] [--frames 1000000] [--only strings,files,web,collab]
 *
 * Every hostile input we know of, against the real servers and reading processes. Ends with 1 when one of them does what it
 * should not. `--seed` repeats a run's random frames.
 */
const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, frames: { type: 'string' }, only: { type: 'string' } },
})
const PARTS: Part[] = [stringsPart, filesPart, webPart, collabPart]
const wanted = values.only?.split(',') ?? PARTS.map(({ name }) => name)
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name))
if (unknown.length > 0) throw new Error(`No part "${unknown.join('", "')}". There are: ${PARTS.map(({ name }) => name).join(', ')}`)
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number')

const frames = Number(values.frames ?? (values.short ? 20_000 : 1_000_000))
if (!Number.isSafeInteger(frames) || frames < 2) throw new Error('--frames is a whole number')

console.log(`seed ${seed}`)
const totals: Totals = { frames: 0, exits: 0, stateChanges: 0, rssGrowthMb: 0, honestMs: [] }
const rows: Row[] = []
const started = performance.now()
const [first, ...others] = PARTS.filter(({ name }) => wanted.includes(name))
if (first) await attack(first)
// Most of them wait for time-outs most of the time. The long form gives each the machine for itself.
if (values.short) await Promise.all(others.map(attack))
else for (const part of others) await attack(part)
console.log(`\n${rows.length} rows in ${((performance.now() - started) / 1000).toFixed(0)} s`)
const failed = rows.filter(({ ok, isTiming }) => !ok && !(values.short && isTiming))
for (const { input, seen } of failed) console.log(`failed: ${input}: ${seen}`)

const most = (name: string, value: number, unit: Figure['unit'], bound: number): Figure => {
  return { name, value, unit, goal: { bound: '<=', value: bound } }
}
const figures: Figure[] = [
  most('hostile-exits', totals.exits, 'count', 0),
  most('hostile-state-changes', totals.stateChanges, 'count', 0),
  most('hostile-rows-failed', failed.length, 'count', 0),
]
if (wanted.includes('collab'))
  figures.push(
    { name: 'hostile-frames', value: totals.frames, unit: 'count', goal: { bound: '>=', value: frames } },
    most('hostile-rss-growth-mb', totals.rssGrowthMb, 'MB', 50),
  )
const times = wanted.includes('collab') ? [most('hostile-honest-p99-ms', percentile(totals.honestMs, 0.99), 'ms', 250)] : []
printFigures([...figures, ...times])
// The short form runs beside anything: there times are shown and judge nothing.
process.exit([...figures, ...(values.short ? [] : times)].every(meets) ? 0 : 1)

async function attack(part: Part): Promise<void> {
  const start = performance.now()
  const found = await part.run({ isShort: values.short, frames, seed, totals }).catch((error: Error): Row[] => {
    return [{ input: part.name, tried: 0, required: 'runs to its end', seen: error.stack ?? error.message, ok: false }]
  })
  printRows(part.name, found, (performance.now() - start) / 1000)
  rows.push(...found)
}
