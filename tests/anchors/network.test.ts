import { expect, test } from 'vitest'
import { flatSide } from './flat-side.ts'
import { simulate } from './simulate.ts'

/** A few of the runs of `npm run test:anchors`; all of them, and the figures they must keep, are there. */
const SEEDS = Number(process.env.SEEDS ?? 20)
const PATIENCE = 120_000

test(
  'random networks of people come to one text, one layer and one place for every passage',
  () => {
    let [living, exact] = [0, 0]
    for (let seed = 1; seed <= SEEDS; seed++) {
      const run = simulate(flatSide, seed)
      const { diverged, refused, lost, doubled, returned, elsewhere } = run
      expect({ seed, diverged, refused, lost, doubled, returned, elsewhere }).toEqual({
        seed,
        ...{ diverged: [], refused: [], lost: [], doubled: [], returned: [], elsewhere: [] },
      })
      living += run.living
      exact += run.exact
    }
    expect(living).toBeGreaterThan(5 * SEEDS)
    expect(exact / living).toBeGreaterThanOrEqual(0.99)
  },
  PATIENCE,
)
