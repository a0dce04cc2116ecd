import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { secureExchange } from './headers.ts'

function exchange(
  requestHeaders: Record<string, string>,
  options = { isDevelopment: false, trustedProxies: 0, isSecure: false },
  url = '/',
) {
  const sent = new Map<string, string>()
  const request = { url, headers: { ...requestHeaders }, socket: { remoteAddress: '192.0.2.7' } } as unknown as IncomingMessage
  secureExchange(request, { setHeader: (name: string, value: string) => sent.set(name, value) } as unknown as ServerResponse, options)
  return { request, sent }
}

test('the policy allows no inline script or style in production, and request and response share one nonce', () => {
  const { request, sent } = exchange({})
  const policy = sent.get('Content-Security-Policy') ?? ''
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain(`'nonce-${request.headers['x-nonce']}'`)
  expect(request.headers['content-security-policy']).toBe(policy)
})

test('every response has a nonce of its own', () => {
  expect(exchange({}).request.headers['x-nonce']).not.toBe(exchange({}).request.headers['x-nonce'])
})

test("a client's own copies of headers we believe are dropped", () => {
  const { request } = exchange({
    'x-nonce': 'mine',
    'content-security-policy': `script-src *`,
    'x-middleware-subrequest': 'x',
    'x-forwarded-for': '1.2.3.4',
  })
  expect(request.headers['x-nonce']).not.toBe('mine')
  expect(request.headers['content-security-policy']).not.toContain('script-src *')
  expect(request.headers['x-middleware-subrequest']).toBeUndefined()
  expect(request.headers['x-forwarded-for']).toBeUndefined()
})

test('what stands behind it learns the address of the client from us and never from the client', () => {
  const claims = { 'x-client-address': '6.6.6.6', 'x-forwarded-for': '1.2.3.4' }
  expect(exchange(claims).request.headers['x-client-address']).toBe('192.0.2.7')
  expect(exchange(claims, { isDevelopment: false, trustedProxies: 1, isSecure: true }).request.headers['x-client-address']).toBe('1.2.3.4')
})

test('behind a trusted proxy its forwarded headers stay', () => {
  const { request } = exchange({ 'x-forwarded-for': '1.2.3.4' }, { isDevelopment: false, trustedProxies: 1, isSecure: true })
  expect(request.headers['x-forwarded-for']).toBe('1.2.3.4')
})

test.each([
  '/api/originals/01a2031e-5141-7c0b-8a4c-951f2f2ad739',
  '/api/exports/01a2031e-5141-7c0b-8a4c-951f2f2ad739?format=csv',
  '/api/audit/01a2031e-5141-7c0b-8a4c-951f2f2ad739?format=csv',
  '/api/v1/workspaces/01a2031e-5141-7c0b-8a4c-951f2f2ad739/exports/html',
])('nothing runs in a download: %s', (url) => {
  const { sent } = exchange({}, undefined, url)
  expect(sent.get('Content-Security-Policy')).toBe(`default-src 'none'; sandbox`)
})

test('no page of ours is framed, sniffed, shared with other sites or given devices', () => {
  const { sent } = exchange({})
  const policy = sent.get('Content-Security-Policy') ?? ''
  for (const part of [`default-src 'self'`, `object-src 'none'`, `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`])
    expect(policy).toContain(part)
  expect(Object.fromEntries(sent)).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  expect(sent.get('Permissions-Policy')).toContain('camera=()')
})

test('browsers are told to stay on https where it is https, and only there', () => {
  const secure = { isDevelopment: false, trustedProxies: 1, isSecure: true }
  expect(exchange({}, secure).sent.get('Strict-Transport-Security')).toBe('max-age=63072000')
  expect(exchange({}).sent.has('Strict-Transport-Security')).toBe(false)
})
