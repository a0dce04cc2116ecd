import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isCrossSite } from './cross-site.ts'

const OWN = 'https://interline.example'

test.each<[string, string, string | undefined, boolean]>([
  ['our own page', 'POST', OWN, false],
  ['another site', 'POST', 'https://evil.example', true],
  ['a name that begins like ours', 'POST', `${OWN}.evil.example`, true],
  ['our name without TLS', 'POST', 'http://interline.example', true],
  ['a sandboxed frame', 'POST', 'null', true],
  ['no origin', 'POST', undefined, true],
  ['two origins', 'POST', `${OWN}, https://evil.example`, true],
  ['another way to write', 'DELETE', 'https://evil.example', true],
  ['a method nobody knows', 'PROPFIND', undefined, true],
  ['a link from elsewhere', 'GET', undefined, false],
  ['a preflight', 'OPTIONS', 'https://evil.example', false],
])('%s', (_who, method, origin, expected) => {
  expect(isCrossSite({ method, headers: { origin } } as IncomingMessage, OWN)).toBe(expected)
})

test('programs come with a token and from nowhere; only what is theirs is open to them', () => {
  const from = (url: string) => isCrossSite({ method: 'POST', url, headers: {} } as IncomingMessage, OWN)
  expect(from('/api/v1/workspaces')).toBe(false)
  for (const url of [
    '/api/v10',
    '/api/v1',
    '/api/exports/v1/',
    '/x?/api/v1/',
    '//api/v1/',
    '//x/api/v1/',
    '/api/v1/../imports/1',
    '/api/v1/%2E%2e/imports/1',
  ])
    expect(from(url)).toBe(true)
})
