import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Env, readEnv } from './env.ts'

const NAMES = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'NEXTAUTH_URL',
  'NEXTAUTH_SECRET',
  'SAMPLE',
  'TRUST_PROXY',
  'SIGN_UP',
  'SMTP_URL',
  'MAIL_FROM',
]
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'interline-env-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true, force: true })
})

function env(given: Record<string, string>): Env {
  for (const name of NAMES) vi.stubEnv(name, given[name] ?? '')
  vi.stubEnv('DATA_DIR', dir)
  return readEnv()
}

test.each<[string, Record<string, string>, boolean, Env['signUp']]>([
  ['as it comes', {}, false, 'open'],
  ['on localhost', { NEXTAUTH_URL: 'http://localhost:3000' }, false, 'open'],
  ['for other machines', { HOST: '0.0.0.0' }, true, 'invited'],
  ['behind a proxy with TLS', { NEXTAUTH_URL: 'https://interline.example' }, true, 'invited'],
  ['open on purpose', { HOST: '0.0.0.0', SIGN_UP: 'open' }, true, 'open'],
  ['closed on purpose', { SIGN_UP: 'invited' }, false, 'invited'],
])('%s', (_, given, isExposed, signUp) => {
  expect(env(given)).toMatchObject({ isExposed, signUp })
})

test.each([
  ['', 0],
  ['0', 0],
  ['false', 0],
  ['1', 1],
  ['2', 2],
  ['yes', 1],
])('TRUST_PROXY=%s means %d', (text, count) => {
  expect(env({ TRUST_PROXY: text }).trustedProxies).toBe(count)
})

test('mails come from a name at the address of the installation, unless told otherwise', () => {
  expect(env({}).mail).toBeNull()
  expect(env({ SMTP_URL: 'smtp://mail.example', NEXTAUTH_URL: 'https://interline.example' }).mail).toEqual({
    url: 'smtp://mail.example',
    from: 'Interline <interline@interline.example>',
  })
  expect(env({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'desk@example.org' }).mail?.from).toBe('desk@example.org')
})

test('settings that make no sense are refused', () => {
  expect(() => env({ SIGN_UP: 'closed' })).toThrow('SIGN_UP')
  expect(() => env({ PORT: 'x' })).toThrow('PORT')
  expect(() => env({ NEXTAUTH_SECRET: 'secret' })).toThrow('NEXTAUTH_SECRET')
})
