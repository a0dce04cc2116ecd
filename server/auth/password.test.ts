import { expect, test } from 'vitest'
import { PASSWORD_MAX_LENGTH } from '#/lib/access/password-weakness.ts'
import { hashPassword, verifyPassword } from './password.ts'

test('a password matches its own hash only, and the hash is argon2id at the OWASP minimum', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(hash, 'correct horse batterz')).toBe(false)
})

test('the same letters typed in another normal form match', async () => {
  const hash = await hashPassword('pass é word 12'.normalize('NFD'))
  expect(await verifyPassword(hash, 'pass é word 12'.normalize('NFC'))).toBe(true)
})

test('nothing matches an account without a password, not even the decoy', async () => {
  expect(await verifyPassword(null, 'no account has this password')).toBe(false)
})

test('an overlong password is refused without hashing it', async () => {
  expect(await verifyPassword(await hashPassword('x'.repeat(PASSWORD_MAX_LENGTH)), 'x'.repeat(PASSWORD_MAX_LENGTH + 1))).toBe(false)
})
