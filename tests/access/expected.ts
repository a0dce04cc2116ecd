import { can } from '#/lib/access/roles.ts'
import { type Caller, isSignedOut, roleOf, SMUGGLER } from './caller.ts'
import type { Outcome, Rule } from './policy.ts'
import { ROOMS } from './policy.ts'

export type DoorKind = 'page' | 'route' | 'action'

/** What the policy says a caller gets at a door. */
export function expectedAt(kind: DoorKind, rule: Rule, caller: Caller): Outcome {
  const answer = rule.answer ?? 'done'
  if (rule.asks === 'nothing') return answer
  const stranger = rule.stranger ?? 'not found'
  if (isSignedOut(caller)) return rule.anonymous ?? (kind === 'page' ? 'sign in' : stranger)
  if (rule.asks === 'account') return answer
  const role = roleOf(caller)
  // In their own workspace they may; it is what they name in it that does not exist there.
  if (caller === SMUGGLER && kind === 'action') return can('viewer', rule.asks) ? 'done' : 'refused'
  if (!role) return stranger
  return can(role, rule.asks) ? answer : 'refused'
}

export function expectedInRoom(kind: string, caller: Caller): Outcome {
  if (isSignedOut(caller)) return 'no socket'
  const role = roleOf(caller)
  if (!role) return 'not found'
  const toWrite = ROOMS[kind]?.toWrite ?? 'nobody'
  return toWrite !== 'nobody' && can(role, toWrite) ? 'read-write' : 'read-only'
}
