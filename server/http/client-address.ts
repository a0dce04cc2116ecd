import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Where `secureExchange` leaves the address for everything behind it. Whatever a client sends under this name is dropped. */
export const CLIENT_ADDRESS = 'x-client-address'

/**
 * The address of whoever sent a request: the other end of its socket, or, behind trusted proxies, the last address that no
 * proxy of ours reported about itself. Every proxy appends the address it saw to x-forwarded-for, so the entry the
 * outermost trusted one wrote is counted from the end; what stands before it anybody may have written.
 *
 * @param trustedProxies how many reverse proxies stand in front; 0: none
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? ''
  if (trustedProxies < 1) return socket
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return hops.at(-trustedProxies) ?? hops[0] ?? socket
}

/** What of an address counts as one place: the whole of IPv4, the first 64 bits of IPv6, which one household or host has. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
