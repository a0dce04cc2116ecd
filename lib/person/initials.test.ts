import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Layla Haddad', 'LH'],
  ['  maren   solberg ', 'MS'],
  ['Ines de la Okafor', 'IO'],
  ['Дмитрий Соколов', 'ДС'],
  ['يوسف كايا', 'يك'],
  ['Cher', 'C'],
  ['👩‍🔬 Lab', '👩‍🔬L'],
  ['', '?'],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown)
})
