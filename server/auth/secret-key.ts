import { hkdfSync } from 'node:crypto'

/**
 * A key of 256 bits for one purpose, derived from the installation's secret (HKDF-SHA256, RFC 5869): whoever learns one
 * learns neither the secret nor the others.
 */
export function secretKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `interline ${purpose}`, 32))
}
