import { expect, test } from 'vitest'
import { can, MEMBER_ROLES, type Permission } from './roles.ts'

// The roles table of the product, role by role: owner, editor, coder, commenter, viewer.
const TABLE: [Permission, string][] = [
  ['read', 'xxxxx'],
  ['export', 'xxxxx'],
  ['comment', 'xxxx.'],
  ['tag', 'xxx..'],
  ['propose-codebook', 'xxx..'],
  ['edit-text', 'xx...'],
  ['import', 'xx...'],
  ['manage-codebook', 'xx...'],
  ['moderate-tags', 'xx...'],
  ['manage-members', 'x....'],
  ['manage-workspace', 'x....'],
  ['read-audit', 'x....'],
  ['delete', 'x....'],
]

test.each(TABLE)('%s is granted as the table says', (permission, row) => {
  expect(MEMBER_ROLES.map((role) => (can(role, permission) ? 'x' : '.')).join('')).toBe(row)
})
