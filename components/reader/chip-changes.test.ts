import { expect, test } from 'vitest'
import { chipChanges, chipsOf, sameChips } from './chip-changes.ts'
import type { DraftChip } from './tag-draft.ts'

const source = (id: string): DraftChip => ({ kind: 'actor', id, role: 'source' })
const recipient = (id: string): DraftChip => ({ kind: 'actor', id, role: 'recipient' })
const supports = (id: string): DraftChip => ({ kind: 'theme', id, stance: 'supports' })
const opposes = (id: string): DraftChip => ({ kind: 'theme', id, stance: 'opposes' })

test('a role change removes the old tag and adds the new one', () => {
  expect(chipChanges([source('a')], [recipient('a')])).toEqual({ removed: [source('a')], added: [recipient('a')] })
})

test('a stance change only sets the stance', () => {
  expect(chipChanges([supports('t')], [opposes('t')])).toEqual({ removed: [], added: [opposes('t')] })
})

test('order does not matter', () => {
  expect(sameChips([source('a'), supports('t')], [supports('t'), source('a')])).toBe(true)
  expect(sameChips([source('a')], [source('a'), supports('t')])).toBe(false)
})

test('a theme without a stance shows as neutral', () => {
  expect(chipsOf({ actors: [], themes: [{ themeId: 't', stance: 'none', by: [] }] })).toEqual([
    { kind: 'theme', id: 't', stance: 'neutral' },
  ])
})
