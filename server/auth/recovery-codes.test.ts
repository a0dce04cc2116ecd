import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'

test('ten different codes that can be read from paper', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/)
})

test('however it is typed it is the same code, of one person only', () => {
  const hash = hashRecoveryCode('k7mq-3xvd-9tzh', 'layla')
  expect(hashRecoveryCode(' K7MQ 3XVD 9TZH', 'layla')).toBe(hash)
  expect(hashRecoveryCode('k7mq-3xvd-9tzh', 'dmitri')).not.toBe(hash)
})
