import { expect, test } from 'vitest'
import { parseFileImport } from './parse-file-import.ts'

const parse = (query: string) => parseFileImport(new URLSearchParams(query))

test('without a version a preview is asked for, of themes unless actors are named', () => {
  expect(parse('')).toEqual({ unsaid: 'theme', version: undefined })
  expect(parse('as=actor')).toEqual({ unsaid: 'actor', version: undefined })
  expect(parse('as=theme&version=0')).toEqual({ unsaid: 'theme', version: 0 })
  expect(parse('as=actor&version=12')).toEqual({ unsaid: 'actor', version: 12 })
})

test('anything else is nothing that can be asked', () => {
  for (const query of ['as=person', 'as=', 'version=-1', 'version=1.5', 'version=latest']) expect(parse(query)).toBeNull()
})
