import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'
import type { Stage } from './stage.ts'

/** Leaves behind what the servers wrote when something failed, and says where. */
export function keepLog(stage: Stage, outcome: Outcome, peer: boolean): void {
  if (outcome.failures.length === 0 || peer) return
  const file = join(tmpdir(), `interline-faults-${process.pid}.log`)
  writeFileSync(file, stage.log)
  outcome.failures.push(`What the servers wrote is in ${file}`)
}
