import { kill } from './f01-kill.ts'
import { terminate } from './f02-terminate.ts'
import { postgresCrash } from './f03-postgres-crash.ts'
import { postgresPaused } from './f04-postgres-paused.ts'
import { commitFails } from './f06-commit-fails.ts'
import { crashAfterSending } from './f08-crash-after-sending.ts'
import { falseSaved } from './f09-false-saved.ts'
import { offline } from './f10-offline.ts'
import { clock } from './f11-clock.ts'
import { nodes } from './f12-nodes.ts'
import { secondProcess } from './f15-second-process.ts'
import type { Fault } from './fault.ts'

/** The fault matrix, in the order of its table. */
export const FAULTS: readonly Fault[] = [
  kill,
  terminate,
  postgresCrash,
  postgresPaused,
  commitFails,
  crashAfterSending,
  falseSaved,
  offline,
  clock,
  nodes,
  secondProcess,
]
