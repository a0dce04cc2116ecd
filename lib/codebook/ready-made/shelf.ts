import { ACLED } from './acled.ts'
import { PLOVER } from './plover.ts'
import type { ReadyMade } from './ready-made.ts'
import { SYRIA_DESK } from './syria-desk.ts'

/** The ready-made codebooks, in the order they are offered. */
export const READY_MADE: readonly ReadyMade[] = [PLOVER, ACLED, SYRIA_DESK]
