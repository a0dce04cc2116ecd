import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedFiles } from './packed-files.ts'

const SCRIPT = 'console.log("read, tag, cite")'
let folder: string
let server: Server
let origin: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interline-packed-'))
  mkdirSync(join(folder, 'static/chunks'), { recursive: true })
  writeFileSync(join(folder, 'static/chunks/a.js'), SCRIPT)
  writeFileSync(join(folder, 'static/chunks/a.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(folder, 'static/chunks/b.js'), SCRIPT)
  writeFileSync(join(folder, 'secret.js.br'), brotliCompressSync('secret'))
  const answer = packedFiles(join(folder, 'static'))
  server = createServer((request, response) => void (answer(request, response) || response.writeHead(404).end('next')))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = { 'Accept-Encoding': 'gzip, br' }, method = 'GET') =>
  fetch(origin + path, { headers, method })

describe('packedFiles', () => {
  test('sends what was packed, to be kept for ever', async () => {
    const response = await get('/_next/static/chunks/a.js?dpl=1')
    expect(await response.text()).toBe(SCRIPT)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
  })

  test('answers HEAD without a body', async () => {
    const response = await get('/_next/static/chunks/a.js', undefined, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test.each([
    ['gzip', 404],
    ['gzip, br;q=0', 404],
    ['br;q=0.0, gzip', 404],
    ['*', 404],
    ['brotli', 404],
    ['br;q=0.5', 200],
    ['gzip, deflate, BR', 200],
  ])('Accept-Encoding: %s', async (accepted, status) => {
    expect((await get('/_next/static/chunks/a.js', { 'Accept-Encoding': accepted })).status).toBe(status)
  })

  test.each([
    '/_next/static/chunks/b.js', // was not packed
    '/_next/static/chunks/a.js.br',
    '/_next/static/../secret.js',
    '/_next/static/%2e%2e/secret.js',
    '/_next/static/chunks/',
    '/chunks/a.js',
  ])('leaves %s to Next', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test('leaves parts and other methods to Next', async () => {
    expect((await get('/_next/static/chunks/a.js', { 'Accept-Encoding': 'br', Range: 'bytes=0-3' })).status).toBe(404)
    expect((await get('/_next/static/chunks/a.js', undefined, 'POST')).status).toBe(404)
  })

  test('has nothing without a build', () => {
    expect(
      packedFiles(join(folder, 'nowhere'))({ url: '/_next/static/chunks/a.js', method: 'GET', headers: {} } as never, {} as never),
    ).toBe(false)
  })
})
