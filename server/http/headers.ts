import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLIENT_ADDRESS, clientAddress } from './client-address.ts'

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']

/** Files people stored or made, and what programs are told: even opened in place, nothing in them runs or loads. */
const DOWNLOADS = /^\/api\/(?:originals|exports|audit|v1)\//
const DOWNLOAD_POLICY = `default-src 'none'; sandbox`

/** What pages of ours never ask for; nobody's code on them can either. */
const PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi', 'display-capture', 'browsing-topics']
  .map((feature) => `${feature}=()`)
  .join(', ')
/** Two years, only over https. Other hosts of the domain are not ours to bind. */
const HSTS_SECONDS = 63_072_000

/** Content-Security-Policy with a fresh nonce. Development needs eval and inline styles for hot reloading. */
function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/**
 * Security headers of every response. Next takes the nonce for its own scripts from the request's policy header, so that
 * is set too, after the client's own copies of headers that we or Next would believe are removed.
 *
 * @param options.isSecure people open this installation over https
 */
export function secureExchange(
  request: IncomingMessage,
  response: ServerResponse,
  options: { isDevelopment: boolean; trustedProxies: number; isSecure: boolean },
): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = DOWNLOADS.test(request.url ?? '') ? DOWNLOAD_POLICY : contentSecurityPolicy(nonce, options.isDevelopment)
  delete request.headers['x-middleware-subrequest']
  request.headers[CLIENT_ADDRESS] = clientAddress(request, options.trustedProxies)
  if (options.trustedProxies < 1) for (const name of FORWARDED) delete request.headers[name]
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', PERMISSIONS)
  response.setHeader('X-Frame-Options', 'DENY')
  if (options.isSecure) response.setHeader('Strict-Transport-Security', `max-age=${HSTS_SECONDS}`)
}
