import { inspect } from 'node:util'
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hideParametersOfFailedQueries } from './failed-query.ts'

test('a failed query is printed without what people wrote', () => {
  hideParametersOfFailedQueries()
  const said = Object.assign(new Error('permission denied for table users'), { code: '42501' })
  const printed = inspect(new DrizzleQueryError('select "id" from "users" where "name" = $1', ['a marked name'], said))
  expect(printed).not.toContain('a marked name')
  expect(printed).toContain('where "name" = $1')
  expect(printed).toContain('42501 permission denied for table users')
  expect(printed).toMatch(/\n\s+at .*failed-query\.test\.ts/)
})
