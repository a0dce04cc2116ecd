export const MEMBER_ROLES = ['owner', 'editor', 'coder', 'commenter', 'viewer'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** Everything a member may be allowed to do in a workspace; the one list pages, actions, API and sockets ask about. */
export type Permission =
  | 'read'
  | 'export'
  | 'comment'
  | 'tag'
  | 'propose-codebook'
  | 'edit-text'
  | 'import'
  | 'manage-codebook'
  | 'moderate-tags'
  | 'manage-members'
  | 'manage-workspace'
  | 'read-audit'
  | 'delete'

const EVERYONE: readonly Permission[] = ['read', 'export']
const COMMENTER: readonly Permission[] = [...EVERYONE, 'comment']
const CODER: readonly Permission[] = [...COMMENTER, 'tag', 'propose-codebook']
const EDITOR: readonly Permission[] = [...CODER, 'edit-text', 'import', 'manage-codebook', 'moderate-tags']

/** The one permission table; the table of roles in README.md is this one in words. */
const GRANTS: Record<MemberRole, ReadonlySet<Permission>> = {
  viewer: new Set(EVERYONE),
  commenter: new Set(COMMENTER),
  coder: new Set(CODER),
  editor: new Set(EDITOR),
  owner: new Set([...EDITOR, 'manage-members', 'manage-workspace', 'read-audit', 'delete']),
}

/** Whether a member with this role may do this. */
export function can(role: MemberRole, permission: Permission): boolean {
  return GRANTS[role].has(permission)
}
