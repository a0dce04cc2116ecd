import { kill } from './f01-kill.ts'
import type { Fault } from './fault.ts'

/** The fault matrix, in the order of its table. */
export const FAULTS: readonly Fault[] = [kill]
