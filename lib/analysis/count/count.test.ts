import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import { type CountedExcerpt, DocumentColumns } from '#/lib/facets/document-columns.ts'
import { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { NOWHERE } from '#/tests/support/nowhere.ts'
import { startOf } from '../periods.ts'
import { barsOf } from '../timeline.ts'
import { ActingCounter } from './acting-counter.ts'
import { AddressCounter } from './address-counter.ts'
import { MatrixCounter } from './matrix-counter.ts'
import { PositionCounter } from './position-counter.ts'
import { PublishedCounter } from './published-counter.ts'
import { TogetherCounter } from './together-counter.ts'

// Some entries count as one, and one, deleted, as none.
const ACTORS = new Map([
  ['a', 'a'],
  ['a1', 'a'],
  ['b', 'b'],
  ['c', 'c'],
])
const THEMES = new Map([
  ['x', 'x'],
  ['x1', 'x'],
  ['y', 'y'],
])
const actorTag = fc.record({ id: fc.constantFrom(...ACTORS.keys(), 'gone'), manner: fc.constantFrom(...ROLES_IN_STATEMENT) })
const themeTag = fc.record({ id: fc.constantFrom(...THEMES.keys(), 'gone'), manner: fc.constantFrom(...STANCES) })
const statement = fc.record({
  isAttached: fc.boolean(),
  actors: fc.uniqueArray(actorTag, { maxLength: 4, selector: ({ id, manner }) => `${id} ${manner}` }),
  themes: fc.uniqueArray(themeTag, { maxLength: 3, selector: ({ id }) => id }),
})
type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never
const source = fc.record({ day: fc.option(fc.integer({ min: 17_000, max: 17_500 })), statements: fc.array(statement, { maxLength: 8 }) })
const desk = fc.array(source, { maxLength: 6 })
type Desk = typeof desk extends fc.Arbitrary<infer T> ? T : never

function count<C extends Counting>(documents: Desk, make: (numbers: IdNumbers) => C): C {
  const numbers = new IdNumbers()
  const columns = documents.map(({ day, statements }, nth) => {
    const numbered = <M>(tags: readonly { id: string; manner: M }[]) =>
      tags.map(({ id, manner }) => ({ entry: numbers.number(id), manner }))
    const excerpts = statements.map(
      ({ isAttached, actors, themes }, at): CountedExcerpt => ({
        ordinal: nth * 100 + at,
        layer: 0,
        tagger: 0,
        isAttached,
        stretches: NOWHERE,
        status: null,
        certainty: null,
        actors: numbered(actors),
        themes: numbered(themes),
      }),
    )
    return new DocumentColumns({ id: String(nth), outlet: '', kind: '', language: 'en', publishedDay: day, isLive: true }, excerpts)
  })
  const counter = make(numbers)
  for (const one of columns) {
    for (let row = 0; row < one.size; row++) counter.row?.(one, row)
    counter.document?.(one, one.size)
  }
  return counter
}

const actorsOf = ({ actors }: Statement, roles: readonly string[]) => tops(actors, ACTORS, roles)
const themesOf = ({ themes }: Statement, stances: readonly string[] = STANCES) => tops(themes, THEMES, stances)
function tops(tags: readonly { id: string; manner: string }[], of: ReadonlyMap<string, string>, manners: readonly string[]): string[] {
  return [...new Set(tags.filter(({ manner }) => manners.includes(manner)).flatMap(({ id }) => of.get(id) ?? []))]
}
const all = (documents: Desk) => documents.flatMap(({ statements }) => statements)
const without = <T extends { count: number }>(counted: readonly T[]) => counted.filter((one) => one.count > 0)

describe('counters say what going through all statements says', () => {
  test('actors by themes', () => {
    const roles = fc.constantFrom(null, ...ROLES_IN_STATEMENT)
    const stances = fc.constantFrom([], ...STANCES.map((stance) => [stance]))
    fc.assert(
      fc.property(desk, roles, stances, (documents, role, wanted) => {
        const asked = { role, stances: wanted, actors: ACTORS, themes: THEMES }
        const { cells, rows, columns, total } = count(documents, (numbers) => new MatrixCounter(numbers, asked)).matrix()
        const [roleList, stanceList] = [role ? [role] : ROLES_IN_STATEMENT, wanted.length > 0 ? wanted : STANCES]
        const has = (one: Statement, row: string | null, column: string | null, some: readonly string[] = stanceList) => {
          const [acting, spoken] = [actorsOf(one, roleList), themesOf(one, some)]
          return (row ? acting.includes(row) : acting.length > 0) && (column ? spoken.includes(column) : spoken.length > 0)
        }
        const number = (row: string | null, column: string | null, some?: readonly string[]) =>
          all(documents).filter((one) => has(one, row, column, some)).length
        const expected = ['a', 'b', 'c'].flatMap((row) =>
          ['x', 'y'].map((column) => ({
            row,
            column,
            count: number(row, column),
            stances: Object.fromEntries(STANCES.map((one) => [one, stanceList.includes(one) ? number(row, column, [one]) : 0])),
          })),
        )
        const byPlace = (a: { row: string; column: string }, b: { row: string; column: string }) =>
          a.row + a.column < b.row + b.column ? -1 : 1
        expect(cells.toSorted(byPlace)).toEqual(without(expected))
        expect([total, rows.a ?? 0, columns.x ?? 0]).toEqual([number(null, null), number('a', null), number(null, 'x')])
      }),
    )
  })

  test('who addresses whom, and what is said most', () => {
    fc.assert(
      fc.property(desk, (documents) => {
        const found = count(documents, (numbers) => new AddressCounter(numbers, { actors: ACTORS, themes: THEMES })).addresses()
        const between = (from: string, to: string) =>
          all(documents).filter((one) => actorsOf(one, ['source']).includes(from) && actorsOf(one, ['recipient']).includes(to))
        const expected = ['a', 'b', 'c'].flatMap((from) =>
          ['a', 'b', 'c'].map((to) => {
            const said = between(from, to)
            const on = ['x', 'y'].map((theme) => ({ theme, count: said.filter((one) => themesOf(one).includes(theme)).length }))
            const most = on[0]!.count >= on[1]!.count ? on[0]! : on[1]!
            const taking = (side: string) => said.filter((one) => themesOf(one, [side]).length > 0).length
            return {
              from,
              to,
              count: said.length,
              supports: taking('supports'),
              opposes: taking('opposes'),
              themeId: most.count > 0 ? most.theme : null,
            }
          }),
        )
        expect(found).toEqual(without(expected).toSorted((a, b) => b.count - a.count))
        const acting = count(documents, (numbers) => new ActingCounter(numbers, ACTORS, ['source', 'recipient'])).counts()
        expect(acting.a ?? 0).toBe(all(documents).filter((one) => actorsOf(one, ['source', 'recipient']).includes('a')).length)
      }),
    )
  })

  test('which sides are taken, and in how many documents', () => {
    fc.assert(
      fc.property(desk, (documents) => {
        const found = count(documents, (numbers) => new PositionCounter(numbers, { actors: ACTORS, themes: THEMES })).positions()
        const expected = ['a', 'b', 'c'].flatMap((actorId) =>
          ['x', 'y'].flatMap((themeId) =>
            (['opposes', 'supports'] as const).map((side) => {
              const takes = (one: Statement) => actorsOf(one, ['source']).includes(actorId) && themesOf(one, [side]).includes(themeId)
              const statements = all(documents).filter(takes).length
              return { actorId, themeId, side, statements, documents: documents.filter((one) => one.statements.some(takes)).length }
            }),
          ),
        )
        expect(found).toEqual(expected.filter(({ statements }) => statements > 0))
      }),
    )
  })

  test('themes that meet in a statement and in a document', () => {
    fc.assert(
      fc.property(desk, fc.constantFrom('statement' as const, 'document' as const), (documents, within) => {
        const { cells, rows, total } = count(documents, (numbers) => new TogetherCounter(numbers, THEMES, within)).matrix()
        const on = (one: Statement, theme: string) => themesOf(one).includes(theme)
        const meets = (row: string, column: string) =>
          documents.flatMap(({ statements }) =>
            within === 'statement'
              ? statements.filter((one) => on(one, row) && on(one, column))
              : statements.filter((one) => one.isAttached && on(one, row) && statements.some((two) => two.isAttached && on(two, column))),
          ).length
        const counted = Object.fromEntries(cells.map(({ row, column, count }) => [`${row} ${column}`, count]))
        expect([counted['x y'] ?? 0, counted['y x'] ?? 0, cells.some(({ row, column }) => row === column)]).toEqual([
          meets('x', 'y'),
          meets('y', 'x'),
          false,
        ])
        expect([rows.x ?? 0, total]).toEqual([
          all(documents).filter((one) => on(one, 'x')).length,
          all(documents).filter((one) => themesOf(one).length > 0).length,
        ])
      }),
    )
  })

  test('when it was published', () => {
    fc.assert(
      fc.property(desk, fc.constantFrom('fit' as const, 'day' as const, 'week' as const, 'quarter' as const), (documents, period) => {
        const timeline = count(documents, (numbers) => new PublishedCounter(numbers, THEMES)).timeline(period)
        const dated = documents.filter(({ day }) => day !== null)
        const startsOn = (day: number) => startOf(new Date(day * 86_400_000).toISOString().slice(0, 10), timeline.period)
        for (const bar of barsOf(timeline)) {
          const said = dated.filter(({ day }) => startsOn(day as number) === bar.start).flatMap(({ statements }) => statements)
          expect([bar.total, bar.bare, bar.by.get('x') ?? 0]).toEqual([
            said.length,
            said.filter((one) => themesOf(one).length === 0).length,
            said.filter((one) => themesOf(one).includes('x')).length,
          ])
        }
        const sum = Object.values(timeline.totals).reduce((total, one) => total + one, 0)
        expect([sum, timeline.undated]).toEqual([all(dated).length, all(documents).length - all(dated).length])
      }),
    )
  })
})
