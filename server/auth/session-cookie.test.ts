import type { IncomingMessage } from 'node:http'
import { encode } from 'next-auth/jwt'
import { beforeEach, expect, test, vi } from 'vitest'
import { sessionCookie, sessionIdOf } from './session-cookie.ts'

const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret only for this test')
  vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
  return () => vi.unstubAllEnvs()
})

test('the session id comes back out of its cookie, among others', async () => {
  const cookie = await sessionCookie('session-1')
  expect(await sessionIdOf(request({ cookie: `theme=dark; ${cookie}; broken=%E0%A4%A` }))).toBe('session-1')
})

test('behind https only the __Host- cookie counts', async () => {
  const plain = await sessionCookie('session-1')
  vi.stubEnv('NEXTAUTH_URL', 'https://interline.example')
  expect(await sessionIdOf(request({ cookie: plain }))).toBeNull()
  expect(await sessionIdOf(request({ cookie: await sessionCookie('session-2') }))).toBe('session-2')
})

test('a cookie made with another secret, a tampered, an expired and an absent one are no session', async () => {
  const name = 'next-auth.session-token'
  const foreign = await encode({ token: { sid: 'session-1' }, secret: 'another secret' })
  const expired = await encode({ token: { sid: 'session-1' }, secret: 'a secret only for this test', maxAge: -60 })
  const good = await sessionCookie('session-1')
  for (const cookie of [`${name}=${foreign}`, `${name}=${expired}`, `${good.slice(0, -3)}abc`, `${name}=`, '']) {
    expect(await sessionIdOf(request({ cookie }))).toBeNull()
  }
})

test('an Authorization header is never a session', async () => {
  const [, token] = (await sessionCookie('session-1')).split('=')
  expect(await sessionIdOf(request({ authorization: `Bearer ${token}` }))).toBeNull()
})
