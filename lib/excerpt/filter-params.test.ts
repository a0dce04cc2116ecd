import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { EVERYTHING, type ExcerptFilter } from '#/lib/excerpt/filter.ts'
import { parseFilter, printFilter, TEXT_LIMIT, VALUES_LIMIT } from '#/lib/excerpt/filter-params.ts'
import { newId } from '#/lib/id.ts'
import { oneLine } from '#/lib/one-line.ts'

const id = fc.nat(2 ** 40).map((time) => newId(time))
const ids = fc.uniqueArray(id, { maxLength: 4 })
const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyFilter: fc.Arbitrary<ExcerptFilter> = fc.record({
  ids,
  actors: fc.uniqueArray(fc.record({ id, role: fc.constantFrom(null, ...ROLES_IN_STATEMENT) }), {
    maxLength: 4,
    selector: (a) => `${a.id}.${a.role}`,
  }),
  actorMatch: fc.constantFrom('all', 'any'),
  roles: fc.uniqueArray(fc.constantFrom(...ROLES_IN_STATEMENT)),
  themeIds: ids,
  themeMatch: fc.constantFrom('all', 'any'),
  includeDescendants: fc.boolean(),
  stances: fc.uniqueArray(fc.constantFrom(...STANCES)),
  documentIds: ids,
  languages: fc.uniqueArray(fc.constantFrom('en', 'ru', 'ar', 'pt-BR', 'und', 'zh-Hant-TW')),
  taggerIds: ids,
  publishedFrom: fc.option(day),
  publishedTo: fc.option(day),
  statuses: fc.uniqueArray(fc.constantFrom(...STATUSES)),
  certainties: fc.uniqueArray(fc.constantFrom(...CERTAINTIES)),
  happenedFrom: fc.option(day),
  happenedTo: fc.option(day),
  layerId: fc.option(id),
  text: fc.string({ unit: 'binary', maxLength: TEXT_LIMIT }).map((text) => oneLine(text)),
  state: fc.constantFrom('anchored', 'orphan', 'all'),
})

test('a filter printed and read again is the same filter', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const address = printFilter(filter).toString()
      const { filter: read, ignored } = parseFilter(new URLSearchParams(address))
      expect(ignored).toEqual([])
      expect(read).toEqual(filter)
      expect(printFilter(read).toString()).toBe(address)
    }),
    { numRuns: 1000 },
  )
})

test('no parameters ask for everything, and everything prints no parameters', () => {
  expect(parseFilter(new URLSearchParams()).filter).toEqual(EVERYTHING)
  expect(printFilter(EVERYTHING).toString()).toBe('')
})

test('what is not understood is left out and listed', () => {
  const good = newId()
  const { filter, ignored } = parseFilter(
    new URLSearchParams(
      `actor=${good}.source&actor=${good}.boss&actor=x&theme=${good.toUpperCase()}&stance=loves&stance=opposes&from=2017-02-30&state=gone&lang=<&view=table&below=2`,
    ),
  )
  expect(filter).toEqual({ ...EVERYTHING, actors: [{ id: good, role: 'source' }], stances: ['opposes'] })
  expect(ignored).toEqual([
    `actor=${good}.boss`,
    'actor=x',
    `theme=${good.toUpperCase()}`,
    'below=2',
    'stance=loves',
    'lang=<',
    'from=2017-02-30',
    'state=gone',
  ])
})

test('repeated and empty values count once and not at all; there is an end to the number of values', () => {
  const a = newId()
  expect(parseFilter(new URLSearchParams(`theme=${a}&theme=&theme=${a}`)).filter.themeIds).toEqual([a])
  const many = new URLSearchParams(Array.from({ length: VALUES_LIMIT + 2 }, (_, i) => ['id', newId(i)]))
  const { filter, ignored } = parseFilter(many)
  expect(filter.ids).toHaveLength(VALUES_LIMIT)
  expect(ignored).toHaveLength(2)
})

test('parsing never throws', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('id', 'actor', 'actors', 'role', 'theme', 'below', 'stance', 'lang', 'from', 'to', 'q', 'state', 'layer'),
          fc.string({ unit: 'binary' }),
        ),
      ),
      (pairs) => {
        const { filter } = parseFilter(new URLSearchParams(pairs))
        expect(parseFilter(printFilter(filter)).filter).toEqual(filter)
      },
    ),
  )
})
