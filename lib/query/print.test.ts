import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuery } from '#/tests/support/any-query.ts'
import { printAddress, readAddress } from './address.ts'
import { normalise } from './normalise.ts'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { IDS_ONLY, NAMED_FIELDS, type Vocabulary } from './vocabulary.ts'

/** Every thing is called by the second half of its id, in awkward ways. */
const NAMES: Vocabulary = {
  nameOf: (_, id) => `a "${id.slice(19)}" \\ (or)`,
  find: (_, name) => [...known].filter((id) => NAMES.nameOf('actor', id) === name),
  names: () => [],
}
const known = new Set<string>()

test('a query printed and read again is the normal form of the query, and prints the same', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const text = printQuery(query, IDS_ONLY)
      const parsed = parseQuery(text, IDS_ONLY)
      expect(parsed).toEqual({ ok: true, query: normalise(query) })
      expect(parsed.ok && printQuery(parsed.query, IDS_ONLY)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('it is also with names for ids', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      known.clear()
      JSON.stringify(query, (_, value) => {
        if (typeof value === 'object' && value !== null && NAMED_FIELDS.includes(value.is)) for (const id of value.values) known.add(id)
        return value
      })
      const text = printQuery(query, NAMES)
      expect(parseQuery(text, NAMES)).toEqual({ ok: true, query: normalise(query) })
    }),
    { numRuns: 500 },
  )
})

test('an address written and read again asks the same', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const params = new URLSearchParams(printAddress(query).toString())
      expect(readAddress(params)).toEqual({ query: normalise(query), ignored: [] })
    }),
    { numRuns: 300 },
  )
})

test('the normal form of a normal form is itself', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(normalise(normalise(query))).toEqual(normalise(query))
    }),
  )
})
