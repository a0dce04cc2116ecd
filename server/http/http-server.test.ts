import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHttpServer, HTTP_LIMITS } from './http-server.ts'
import { takeUpgrades } from './upgrades.ts'

let server: ReturnType<typeof createHttpServer>
const handled: string[] = []
const upgraded: string[] = []

beforeEach(async () => {
  handled.length = 0
  upgraded.length = 0
  server = createHttpServer((request, response) => {
    handled.push(request.url ?? '')
    response.end('hello')
  })
  takeUpgrades(server, {
    handleUpgrade(request, socket) {
      upgraded.push(request.url ?? '')
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** What the server answers to these bytes before it closes the connection. */
async function answerTo(request: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.on('error', () => {})
  socket.write(request)
  await once(socket, 'close')
  return answer
}
const get = (target: string, headers = '') => answerTo(`GET ${target} HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n${headers}\r\n`)
const upgrade = (target: string) => answerTo(`GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)

test('a path of ours is handled', async () => {
  expect(await get('/w/1?q=a')).toContain('hello')
  expect(handled).toEqual(['/w/1?q=a'])
})

test.each([
  ['an address of another server', 'http://169.254.169.254/latest/meta-data', '400'],
  ['an address without a path', 'https:evil.example', '400'],
  ['everything', '*', '400'],
  ['a NUL in the address', '/w/1?q=a%00b', '400'],
  ['an address that is too long', `/${'a'.repeat(HTTP_LIMITS.target)}`, '414'],
])('%s reaches nobody', async (_what, target, status) => {
  expect(await get(target)).toContain(`HTTP/1.1 ${status}`)
  expect(handled).toEqual([])
})

test('TRACE reaches nobody', async () => {
  expect(await answerTo('TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toContain('HTTP/1.1 405')
  expect(handled).toEqual([])
})

test('headers that are too large, or too many, are cut off', async () => {
  expect(await get('/', `X-Long: ${'a'.repeat(HTTP_LIMITS.headerBytes)}\r\n`)).toContain('HTTP/1.1 431')
  expect(handled).toEqual([])
  expect(server.maxHeadersCount).toBe(HTTP_LIMITS.headers)
  expect(server.headersTimeout).toBe(HTTP_LIMITS.headersTime)
  expect(server.requestTimeout).toBe(HTTP_LIMITS.requestTime)
})

test('only an upgrade of exactly /collab is handed over; every other one is cut', async () => {
  expect(await upgrade('/collab?v=1')).toContain('401')
  for (const target of ['/collab/', '/Collab', '//collab', 'http://127.0.0.1/collab', 'ws://evil.example/collab', '/_next/webpack-hmr'])
    expect(await upgrade(target)).toBe('')
  expect(upgraded).toEqual(['/collab?v=1'])
})
