import { createHash } from 'node:crypto'
import { randomCode } from './random-code.ts'

const COUNT = 10

/** Ten codes for somebody who loses the second factor. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, randomCode)
}

/**
 * What is kept of a code: its SHA-256 in hex, over its letters without case, spaces and dashes, salted with its person's
 * id. Fast hashing is enough for 59 random bits that are tried a few times in a quarter of an hour.
 */
export function hashRecoveryCode(code: string, userId: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, '')
  return createHash('sha256').update(`${userId}:${plain}`).digest('hex')
}
