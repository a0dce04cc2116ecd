import { Secret } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { newTotpSecret, totpAddress, totpStep } from './totp.ts'

/** RFC 6238, appendix B, SHA-1: the key is the ASCII text 12345678901234567890; the codes are the last six of its eight digits. */
const KEY = Secret.fromLatin1('12345678901234567890').base32
const VECTORS: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]

test.each(VECTORS)('the code of RFC 6238 at %d s', (seconds, code) => {
  expect(totpStep(KEY, code, null, seconds * 1000)).toBe(Math.floor(seconds / 30))
})

describe('a code', () => {
  const at = 1_234_567_890_000
  const step = Math.floor(at / 30_000)

  test('counts one step early and late, and no further', () => {
    const accepted = [-90, -60, -30, 0, 30, 60, 90].filter((s) => totpStep(KEY, '005924', null, at + s * 1000) === step)
    expect(accepted).toEqual([-30, 0, 30])
  })

  test('works once, and older ones not after it', () => {
    expect(totpStep(KEY, '005924', step - 1, at)).toBe(step)
    expect(totpStep(KEY, '005924', step, at)).toBeNull()
    expect(totpStep(KEY, '005924', step + 1, at + 30_000)).toBeNull()
  })

  test('may be typed with a space, and nothing else is a code', () => {
    expect(totpStep(KEY, ' 005 924 ', null, at)).toBe(step)
    for (const code of ['', '5924', '00592', '0059244', '٠٠٥٩٢٤', '005924x', '+05924', '-05924'])
      expect(totpStep(KEY, code, null, at)).toBeNull()
  })
})

test('a new secret has 160 bits, and its address tells an app everything', () => {
  const secret = newTotpSecret()
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20)
  expect(newTotpSecret()).not.toBe(secret)
  const address = new URL(totpAddress(secret, 'layla@example.org'))
  expect(address.protocol + address.host + address.pathname).toBe('otpauth:totp/Interline:layla%40example.org')
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    secret,
    issuer: 'Interline',
    period: '30',
    digits: '6',
    algorithm: 'SHA1',
  })
})
