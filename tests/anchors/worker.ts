import { flatSide } from './flat-side.ts'
import { simulate } from './simulate.ts'
import { stockSide } from './stock-side.ts'
import { addRun, emptyTally } from './tally.ts'

/** What one process is to do. */
export interface Task {
  side: 'interline' | 'stock'
  seeds: number[]
}

// Whoever asked is gone: nobody wants the answer.
process.once('disconnect', () => process.exit())
process.once('message', async ({ side, seeds }: Task) => {
  const tally = emptyTally()
  for (const seed of seeds) {
    try {
      addRun(tally, simulate(side === 'stock' ? stockSide : flatSide, seed))
    } catch (error) {
      tally.broken++
      tally.failures.push({ seed, what: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
    // In one long task nothing that was looked at through a WeakRef could be freed.
    await new Promise(setImmediate)
  }
  process.send!(tally, () => process.disconnect())
})
