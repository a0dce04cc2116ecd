import { expect, test } from 'vitest'
import { aliasesProblem, aliasProblem } from './check-alias.ts'
import { cleanAliases } from './clean-name.ts'
import { settlePreferred } from './preferred-names.ts'
import { makeActor, makeAlias } from './testing/entries.ts'

const actor = makeActor('a', 'HTS', ['Nusra Front'])

test('a name once per actor, whatever its case; the one that changes does not stand in its own way', () => {
  expect(aliasProblem({ name: 'hts ' }, actor)).toMatchObject({ field: 'name' })
  expect(aliasProblem({ name: 'NUSRA  front' }, actor)).toMatchObject({ field: 'name' })
  expect(aliasProblem({ id: 'Nusra Front', name: 'NUSRA FRONT' }, actor)).toBeUndefined()
  expect(aliasProblem({ name: ' ' }, actor)).toMatchObject({ field: 'name' })
  expect(aliasProblem({ name: 'x'.repeat(201) }, actor)).toMatchObject({ field: 'name' })
})

test('language and days are checked', () => {
  expect(aliasProblem({ name: 'x', language: 'arabic' }, actor)).toMatchObject({ field: 'language' })
  expect(aliasProblem({ name: 'x', from: '2017-01-28', until: '2016-07-28' }, actor)).toMatchObject({ field: 'dates' })
  expect(aliasesProblem([{ name: 'x' }, { name: ' y', from: '2017-02-30' }])).toBe('y: The date is not one of the calendar.')
  expect(aliasesProblem([{ name: 'x', language: 'ar-SY' }])).toBeUndefined()
})

test('one preferred name per language: the one just chosen, otherwise the first; none where the language is unknown', () => {
  const names = [
    makeAlias('a', { language: 'ru', preferred: true }),
    makeAlias('b', { language: 'ru', preferred: true }),
    makeAlias('c', { language: 'ar', preferred: true }),
    makeAlias('d', { preferred: true }),
  ]
  const preferred = (chosen?: string) => settlePreferred(names, chosen).flatMap((alias) => (alias.preferred ? alias.name : []))
  expect(preferred()).toEqual(['a', 'c'])
  expect(preferred('b')).toEqual(['b', 'c'])
})

test('a list keeps the ids it has, canonical languages and one preferred name each', () => {
  const [first, second, ...rest] = cleanAliases(
    [
      { id: 'kept', name: ' هيئة تحرير الشام', language: 'AR', preferred: true },
      { name: 'الهيئة', language: 'ar', preferred: true },
      { name: 'hts' },
      { name: 'الهيئة' },
    ],
    'HTS',
  )
  expect(first).toEqual({ id: 'kept', name: 'هيئة تحرير الشام', language: 'ar', preferred: true, from: null, until: null })
  expect(second).toMatchObject({ name: 'الهيئة', preferred: false })
  expect(rest).toEqual([])
})
