import type { MemberRole } from '#/lib/access/roles.ts'

/**
 * Who tries a door, always with the ids of the one workspace: nobody; somebody who is in no workspace; its members by role;
 * the owner of another one; the same again, who names their own workspace and in it the ids of this one; a member who was
 * removed; and an owner whose session was revoked.
 */
export const CALLERS = [
  'anonymous',
  'no member',
  'viewer',
  'commenter',
  'coder',
  'editor',
  'owner',
  'owner elsewhere',
  'owner elsewhere, from there',
  'removed',
  'revoked',
] as const
export type Caller = (typeof CALLERS)[number]

const ROLES: Partial<Record<Caller, MemberRole>> = {
  viewer: 'viewer',
  commenter: 'commenter',
  coder: 'coder',
  editor: 'editor',
  owner: 'owner',
}

/** The caller's role in the workspace whose ids are used; null for who has none. */
export function roleOf(caller: Caller): MemberRole | null {
  return ROLES[caller] ?? null
}

export const isSignedOut = (caller: Caller) => caller === 'anonymous' || caller === 'revoked'
export const SMUGGLER: Caller = 'owner elsewhere, from there'
