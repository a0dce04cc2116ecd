import { expect, test } from 'vitest'
import { Seal, totpSeal } from './sealed-secret.ts'

const SECRET = 'a secret of this test, long enough'

test('what was sealed opens for its owner, and never looks the same twice', () => {
  const seal = totpSeal(SECRET)
  const one = seal.seal('JBSWY3DPEHPK3PXP', 'layla')
  expect(one).not.toContain('JBSWY3DPEHPK3PXP')
  expect(seal.seal('JBSWY3DPEHPK3PXP', 'layla')).not.toBe(one)
  expect(totpSeal(SECRET).open(one, 'layla')).toBe('JBSWY3DPEHPK3PXP')
})

test('it opens for nobody else, with no other secret, for no other purpose', () => {
  const sealed = totpSeal(SECRET).seal('JBSWY3DPEHPK3PXP', 'layla')
  expect(totpSeal(SECRET).open(sealed, 'dmitri')).toBeNull()
  expect(totpSeal(`${SECRET}!`).open(sealed, 'layla')).toBeNull()
  expect(new Seal(SECRET, 'something else').open(sealed, 'layla')).toBeNull()
})

test('one changed character anywhere and it does not open', () => {
  const seal = totpSeal(SECRET)
  const sealed = seal.seal('JBSWY3DPEHPK3PXP', 'layla')
  for (let at = 0; at < sealed.length; at++) {
    const flipped = Buffer.from(sealed)
    // Two letters whose six bits differ in the first: the last letter of a part may carry bits that mean nothing.
    flipped[at] = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'.includes(sealed[at] ?? '') ? 0x5f : 0x41
    expect(seal.open(flipped.toString(), 'layla'), `character ${at}`).toBeNull()
  }
  for (const broken of ['', '.', '...', sealed.slice(0, -5), `${sealed}.`]) expect(seal.open(broken, 'layla')).toBeNull()
})
