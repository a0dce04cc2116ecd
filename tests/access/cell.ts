import type { Caller } from './caller.ts'
import type { Outcome } from './policy.ts'

/** One try: a caller at a door. */
export interface Cell {
  kind: 'page' | 'page as data' | 'route' | 'action' | 'room'
  door: string
  caller: Caller
  expected: Outcome
  seen: Outcome
  /** What is wrong; empty when all is as the policy says. */
  wrong: string
}
