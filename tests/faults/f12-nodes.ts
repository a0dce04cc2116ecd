import type { Fault } from './fault.ts'
import { emptyOutcome } from './outcome.ts'

/** F12: several servers on one database. The product is one process; there is nothing to try. */
export const nodes: Fault = {
  id: 'F12',
  title: 'two nodes, Redis killed',
  backends: ['server'],
  run: async () => ({ ...emptyOutcome(), notes: ['not supported: one node'] }),
}
