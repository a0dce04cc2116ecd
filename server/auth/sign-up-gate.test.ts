import { expect, test } from 'vitest'
import { SignUpGate } from './sign-up-gate.ts'

test('the link of the first person works until it was used, and only the newest', () => {
  const gate = new SignUpGate('invited')
  expect(gate.isSetupToken('')).toBe(false)
  const old = gate.makeSetupToken()
  const token = gate.makeSetupToken()
  expect(gate.isSetupToken(old)).toBe(false)
  expect(gate.isSetupToken(token)).toBe(true)
  gate.endSetup()
  expect(gate.isSetupToken(token)).toBe(false)
})
