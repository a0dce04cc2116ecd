import { kill } from './f01-kill.ts'
import { terminate } from './f02-terminate.ts'
import { postgresCrash } from './f03-postgres-crash.ts'
import { postgresPaused } from './f04-postgres-paused.ts'
import { diskFull } from './f05-disk-full.ts'
import { commitFails } from './f06-commit-fails.ts'
import { network } from './f07-network.ts'
import { crashAfterSending } from './f08-crash-after-sending.ts'
import { falseSaved } from './f09-false-saved.ts'
import { offline } from './f10-offline.ts'
import { clock } from './f11-clock.ts'
import { nodes } from './f12-nodes.ts'
import { restore } from './f13-restore.ts'
import { oldPage } from './f14-old-page.ts'
import { secondProcess } from './f15-second-process.ts'
import { corruption } from './f16-corruption.ts'
import { flushes } from './f17-flushes.ts'
import { soak } from './f18-soak.ts'
import type { Fault } from './fault.ts'

/** The fault matrix, in the order of its table. */
export const FAULTS: readonly Fault[] = [
  kill,
  terminate,
  postgresCrash,
  postgresPaused,
  diskFull,
  commitFails,
  network,
  crashAfterSending,
  falseSaved,
  offline,
  clock,
  nodes,
  restore,
  oldPage,
  secondProcess,
  corruption,
  flushes,
  soak,
]
