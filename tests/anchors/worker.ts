import { flatSide } from './flat-side.ts'
import { simulate } from './simulate.ts'
import { stockSide } from './stock-side.ts'
import { addRun, emptyTally } from './tally.ts'

/** What one process is to do. */
export interface Task {
  side: 'interline' | 'stock'
  seeds: number[]
}

process.once('message', ({ side, seeds }: Task) => {
  const tally = emptyTally()
  for (const seed of seeds) {
    try {
      addRun(tally, simulate(side === 'stock' ? stockSide : flatSide, seed))
    } catch (error) {
      tally.broken++
      tally.failures.push({ seed, what: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  process.send!(tally, () => process.disconnect())
})
