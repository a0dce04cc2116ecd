import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitQueueLength } from '#/server/metrics.ts'
import { answerMetrics, type MetricsAccess, mayRead } from './metrics-response.ts'

const TOKEN = 'a token of an operator'
const access: MetricsAccess = { token: undefined, isExposed: false }
const server = createServer((request, response) => {
  if (!answerMetrics(request, response, access)) response.writeHead(418).end()
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init)
const from = (remoteAddress: string, headers = {}) => ({ headers, socket: { remoteAddress } }) as Parameters<typeof mayRead>[0]

test('writes every metric of the list in the text format', async () => {
  commitQueueLength.set(3)
  const response = await get('/api/metrics')
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  expect(text).toContain('interline_commit_queue_length 3')
  for (const name of ['commit_seconds', 'ack_age_seconds', 'state_mismatches_total', 'refused_updates_total', 'quarantined_rows_total'])
    expect(text).toContain(`interline_${name}`)
  for (const name of ['open_sockets', 'open_rooms', 'unsent_bytes', 'imports_running', 'sign_in_failures_total'])
    expect(text).toContain(`interline_${name}`)
  commitQueueLength.set(0)
})

test('leaves other paths and methods alone', async () => {
  expect((await get('/api/metricsx')).status).toBe(418)
  expect((await get('/api/metrics?x=1')).status).toBe(200)
  expect((await get('/api/metrics', { method: 'POST' })).status).toBe(405)
})

test('answers nobody behind a proxy or elsewhere without the token', () => {
  expect(mayRead(from('127.0.0.1'), access)).toBe(true)
  expect(mayRead(from('::1'), access)).toBe(true)
  expect(mayRead(from('10.0.0.7'), access)).toBe(false)
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect(mayRead(from('127.0.0.1', { [header]: '1.2.3.4' }), access)).toBe(false)
  expect(mayRead(from('127.0.0.1'), { ...access, isExposed: true })).toBe(false)
})

test('takes the right token from anywhere, and no other from here either', () => {
  const guarded = { token: TOKEN, isExposed: true }
  const bearing = (token: string) => from('10.0.0.7', { authorization: `Bearer ${token}`, 'x-forwarded-for': '1.2.3.4' })
  expect(mayRead(bearing(TOKEN), guarded)).toBe(true)
  expect(mayRead(bearing(`${TOKEN}.`), guarded)).toBe(false)
  expect(mayRead(bearing(''), guarded)).toBe(false)
  expect(mayRead(from('127.0.0.1', { authorization: 'Bearer x' }), access)).toBe(false)
  expect(mayRead(from('127.0.0.1', { authorization: 'Bearer undefined' }), { ...access, token: '' })).toBe(false)
})
