import { expect, test } from 'vitest'
import { checkEntry } from './check-entry.ts'
import { cleanName, cleanNames } from './clean-name.ts'

const live = [
  { id: '1', name: 'Россия', parentId: null },
  { id: '2', name: 'МИД', parentId: '1' },
]
const check = (fields: Parameters<typeof checkEntry>[4], id = 'new') => checkEntry('actor', live, live, id, fields)

test('names are compared without case, in any script; accents count', () => {
  expect(check({ name: ' россия ' })).toEqual({ field: 'name', reason: 'An actor named “Россия” already exists.', existingId: '1' })
  expect(check({ name: 'россия' }, '1')).toBeUndefined()
  expect(check({ name: 'Россiя' })).toBeUndefined()
})

test('empty and endless names are refused with a sentence', () => {
  expect(check({ name: ' \n ' })?.reason).toBe('Give the actor a name.')
  expect(check({ name: 'x'.repeat(201) })?.reason).toBe('Shorten the name to 200 characters; it has 201.')
})

test('no rings, no parents that are gone', () => {
  expect(check({ parentId: '2' }, '1')?.field).toBe('parent')
  expect(check({ parentId: '1' }, '1')?.field).toBe('parent')
  expect(check({ parentId: 'gone' })?.reason).toBe('The actor above was deleted meanwhile. Choose another.')
  expect(check({ parentId: '1' })).toBeUndefined()
})

test('themes may share a name in different branches, and the sentence says where', () => {
  const rivals = [{ id: '5', name: 'Other', parentId: '1' }]
  expect(checkEntry('theme', live, rivals, 'new', { name: 'OTHER' })?.reason).toBe('A theme named “Other” already exists here.')
})

test('hues and long texts', () => {
  expect(check({ hue: 13 })?.field).toBe('hue')
  expect(check({ hue: null })).toBeUndefined()
  expect(check({ text: 'x'.repeat(4001) })?.field).toBe('description')
})

test('cleaning', () => {
  expect(cleanName('  Hay\u2019at\u0000  Tahrir\n al-Sham ')).toBe('Hay\u2019at Tahrir al-Sham')
  expect(cleanNames(['HTS', 'hts', ' ', 'Nusra', 'ХТШ'], 'Nusra')).toEqual(['HTS', 'ХТШ'])
})
