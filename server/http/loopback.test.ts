import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { loopbackRedirect } from './loopback.ts'

const CASES: [name: string, method: string, host: string | undefined, url: string, expected: string | null][] = [
  ['the told origin', 'GET', '127.0.0.1:3000', '/w/1', null],
  ['another name of this machine', 'GET', 'localhost:3000', '/w/1?annotation=2', 'http://127.0.0.1:3000/w/1?annotation=2'],
  ['another port is another program', 'GET', 'localhost:3001', '/', null],
  ['a name on the network is left alone', 'GET', 'interline.example:3000', '/', null],
  ['a form is not repeated elsewhere', 'POST', 'localhost:3000', '/api/imports/w', null],
  ['a program keeps to the name it was told', 'GET', 'localhost:3000', '/api/v1/workspaces', null],
  ['no host', 'GET', undefined, '/', null],
  ['a path that looks like a host stays a path', 'GET', 'localhost:3000', '//evil.example/', 'http://127.0.0.1:3000/'],
]

test.each(CASES)('%s', (_name, method, host, url, expected) => {
  expect(loopbackRedirect({ method, url, headers: { host } } as unknown as IncomingMessage, 'http://127.0.0.1:3000')).toBe(expected)
})
