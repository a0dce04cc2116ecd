import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installationSecret, newSecret } from './installation-secret.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'interline-secret-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('made once, for its user only, and the same ever after', () => {
  const made = installationSecret(undefined, dir)
  expect(Buffer.from(made, 'base64url')).toHaveLength(32)
  expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600)
  expect(installationSecret(undefined, dir)).toBe(made)
})

test('a file that others could read is closed to them', () => {
  installationSecret(undefined, dir)
  chmodSync(join(dir, 'secret'), 0o644)
  installationSecret(undefined, dir)
  expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600)
})

test('a given one is used and none is made', () => {
  const given = newSecret()
  expect(installationSecret(given, dir)).toBe(given)
  expect(() => readFileSync(join(dir, 'secret'))).toThrow('ENOENT')
})

test('a given one beside a file with another is refused: one of them sealed the second factors', () => {
  const made = installationSecret(undefined, dir)
  expect(installationSecret(made, dir)).toBe(made)
  expect(() => installationSecret(newSecret(), dir)).toThrow('holds another secret')
})

test.each([
  ['short', 'f3K9x0Lq27', 'has 10 characters'],
  ['one letter', 'a'.repeat(64), 'repeats a few characters'],
  ['an example', 'your-nextauth-secret-goes-here-now', 'from an example'],
  ['changeme', 'CHANGE_ME_CHANGE_ME_CHANGE_ME_0987', 'from an example'],
])('%s is refused with a sentence', (_, secret, words) => {
  expect(() => installationSecret(secret, dir)).toThrow(words)
})

test('a file that was cut off is refused, not replaced: sealed things hang on it', () => {
  writeFileSync(join(dir, 'secret'), 'abc')
  expect(() => installationSecret(undefined, dir)).toThrow('cut off')
  expect(readFileSync(join(dir, 'secret'), 'utf8')).toBe('abc')
})

test('nothing starts while a change of the secret is half done', () => {
  writeFileSync(join(dir, 'secret.next'), newSecret())
  expect(() => installationSecret(undefined, dir)).toThrow('rotate-secret')
})
