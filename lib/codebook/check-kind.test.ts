import { expect, test } from 'vitest'
import { SHIPPED_KINDS } from './actor-kinds.ts'
import { KINDS_LIMIT, kindProblem, kindSlug } from './check-kind.ts'

test('names of kinds differ, whatever their case; one may keep its own', () => {
  expect(kindProblem('Alliance', SHIPPED_KINDS)).toBeUndefined()
  expect(kindProblem(' militia', SHIPPED_KINDS)).toBe('A kind named “militia” already exists.')
  expect(kindProblem('MILITIA', SHIPPED_KINDS, 'militia')).toBeUndefined()
  expect(kindProblem(' ', SHIPPED_KINDS)).toBe('Give the kind a name.')
  expect(kindProblem('x'.repeat(61), SHIPPED_KINDS)).toContain('60')
})

test('there is an end to how many', () => {
  const many = Array.from({ length: KINDS_LIMIT }, (_, n) => ({ slug: `k${n}`, name: `Kind ${n}`, glyph: 'other' as const }))
  expect(kindProblem('One more', many)).toContain('at most 100')
  expect(kindProblem('Renamed', many, 'k7')).toBeUndefined()
})

test('slugs are plain and never taken', () => {
  expect(kindSlug('Government in exile', [])).toBe('government-in-exile')
  expect(kindSlug('Médias d’État', [])).toBe('medias-d-etat')
  expect(kindSlug('قوة', [])).toBe('kind')
  expect(kindSlug('Militia', ['militia', 'militia-2'])).toBe('militia-3')
})
