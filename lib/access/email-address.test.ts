import { expect, test } from 'vitest'
import { normalEmail } from './email-address.ts'

test.each([
  ['  Layla@Example.ORG ', 'layla@example.org'],
  ['l.haddad+desk@mail.example.co.uk', 'l.haddad+desk@mail.example.co.uk'],
  ['дмитрий@пример.рф', 'дмитрий@пример.рф'],
  ['layla', null],
  ['layla@desk', null],
  ['@example.org', null],
  ['layla@@example.org', null],
  ['layla @example.org', null],
  ['layla@example..org', null],
  [`${'x'.repeat(250)}@example.org`, null],
])('%s is kept as %s', (typed, kept) => {
  expect(normalEmail(typed)).toBe(kept)
})
