import type { Outcome } from './outcome.ts'
import type { Backend } from './stage.ts'

/** What a fault is tried with. */
export interface FaultContext {
  backend: Backend
  /** A bare Hocuspocus in place of the product. */
  peer: boolean
  /** A migrated, empty database on a PostgreSQL server; absent for `embedded`. */
  url?: string
  seed: number
  /** As few times as is honest. */
  short: boolean
  /** Says how far it is. */
  progress(line: string): void
}

/** One row of the fault matrix. */
export interface Fault {
  id: string
  title: string
  backends: readonly Backend[]
  /** Where it is tried in the long form only. */
  longOnly?: readonly Backend[]
  /** Where it is also tried on a bare Hocuspocus. */
  peers?: readonly Backend[]
  run(context: FaultContext): Promise<Outcome>
}
