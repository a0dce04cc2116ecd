import { expect, test } from 'vitest'
import type { Deed } from './deed.ts'
import { joinDeeds, LONGEST_BREAK } from './join-deeds.ts'

const layla = { id: 'l', name: 'Layla Haddad' }
const dmitri = { id: 'd', name: 'Dmitri Sokolov' }
const note = { id: 'n', title: 'Note', language: 'en', direction: 'ltr' } as const
const deed = (at: number, more: Partial<Deed> = {}): Deed => ({
  ...{ kind: 'tagged', by: layla, at, count: 1, document: note, name: '', merged: [] },
  ...more,
})
const told = (deeds: Deed[], limit = 10) => joinDeeds(deeds, limit).map(({ kind, by, at, count }) => [kind, by.id, at, count])

test('what one person tags in a document in one go is one entry, though a colleague tagged meanwhile', () => {
  expect(told([deed(1), deed(2), deed(3, { by: dmitri }), deed(4)])).toEqual([
    ['tagged', 'l', 4, 3],
    ['tagged', 'd', 3, 1],
  ])
})

test('a long break, another document or another deed begins a new entry', () => {
  const elsewhere = { ...note, id: 'other' }
  expect(told([deed(0), deed(LONGEST_BREAK), deed(2 * LONGEST_BREAK + 1)])).toEqual([
    ['tagged', 'l', 2 * LONGEST_BREAK + 1, 1],
    ['tagged', 'l', LONGEST_BREAK, 2],
  ])
  expect(told([deed(1), deed(2, { document: elsewhere }), deed(3, { kind: 'commented' })])).toHaveLength(3)
})

test('what is done to the codebook is told one by one, and only the last ones are told at all', () => {
  const merge = { kind: 'merged', document: null } as const
  expect(told([deed(1, merge), deed(2, merge), deed(3)], 2)).toEqual([
    ['tagged', 'l', 3, 1],
    ['merged', 'l', 2, 1],
  ])
})
