import type { MemberRole } from '#/lib/access/roles.ts'

declare const minted: unique symbol

/**
 * The right to work in one workspace as one member. Every workspace query takes one, and only the gate
 * (server/auth/scope.ts, or a test and the sample loader on purpose) makes one: a query without a checked membership
 * does not compile.
 */
export interface Scope {
  readonly workspaceId: string
  readonly userId: string
  readonly role: MemberRole
  readonly [minted]: true
}

/** Makes a scope. Only call it where membership was just checked. */
export function mintScope(workspaceId: string, userId: string, role: MemberRole): Scope {
  return { workspaceId, userId, role } as Scope
}
