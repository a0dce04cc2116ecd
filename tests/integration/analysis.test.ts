import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countMatrix } from '#/db/queries/analysis-matrix.ts'
import { countAddresses, countPositions } from '#/db/queries/analysis-networks.ts'
import { countTimeline } from '#/db/queries/analysis-timeline.ts'
import { countTogether } from '#/db/queries/analysis-together.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { countMatching } from '#/db/queries/excerpt-counts.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { agreementTies } from '#/lib/analysis/agreement.ts'
import { actorGroups, type Groups, themeGroups } from '#/lib/analysis/groups.ts'
import { cellAsk, roleOf, stancesOf, togetherAsk } from '#/lib/analysis/matrix-asks.ts'
import { addressNetwork, tieNetwork } from '#/lib/analysis/network.ts'
import { lastDay } from '#/lib/analysis/periods.ts'
import { barsOf, daysAsk } from '#/lib/analysis/timeline.ts'
import { VIEW_CHOICES } from '#/lib/analysis/view.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { plus } from '#/lib/query/facet-keys.ts'
import { EVERYTHING, type Query } from '#/lib/query/query.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { randomExcerpts } from '#/tests/support/random-excerpts.ts'

const { db } = testDatabase()
const indexes = new FacetIndexes()
const seed = Number(process.env.SEED ?? 20172)

let scope: Scope
let groups: Record<'apart' | 'together', { actors: Groups; themes: Groups }>
/** Of everybody's and one's own layers, attached. */
let all: Excerpt[]
let asked: Query[]

beforeEach(async () => {
  const chance = rng(seed)
  const made = await makeWorkspace(db)
  scope = made.scope
  const top = await makeTheme(db, scope, { name: 'Top', position: 0 })
  const themeIds = [
    top,
    await makeTheme(db, scope, { name: 'Below', parentId: top }),
    await makeTheme(db, scope, { name: 'Other', position: 1 }),
  ]
  const actorIds = [
    await makeActor(db, scope, { name: 'A' }),
    await makeActor(db, scope, { name: 'B' }),
    await makeActor(db, scope, { name: 'C' }),
  ]
  await db
    .update(actors)
    .set({ parentId: actorIds[0] })
    .where(eq(actors.id, actorIds[1] as string))
  await randomExcerpts(db, scope, chance, { actorIds, themeIds, taggerIds: [made.owner.id] }, { documents: 14, each: 16 })
  const codebook = await readCodebook(db, scope)
  groups = {
    apart: { actors: actorGroups(codebook.actors, 'actor'), themes: themeGroups(codebook.themes, 'theme') },
    together: { actors: actorGroups(codebook.actors, 'parent'), themes: themeGroups(codebook.themes, 'branch') },
  }
  all = (await pageOfExcerpts(db, scope, { query: EVERYTHING, sort: 'document', limit: 10_000 })).excerpts
  asked = [EVERYTHING, ask(`language:en, ru and not theme:#${themeIds[2]}`), ask('passage:attached, detached and published:2017-03-02..')]
})

const of = ({ actors, themes }: { actors: Groups; themes: Groups }) => ({ actors: actors.of, themes: themes.of })
const opened = (query: Query, picked: Query) => countMatching(db, scope, plus(query, picked))

describe('actors by themes', () => {
  test('counts what stands in the excerpts', async () => {
    for (const { actors, themes } of Object.values(groups)) {
      const matrix = await countMatrix(db, scope, EVERYTHING, { role: 'source', stances: [], ...of({ actors, themes }) }, indexes)
      const counted = new Map<string, number>()
      for (const excerpt of all) {
        const sources = new Set(excerpt.actors.filter(({ role }) => role === 'source').map(({ id }) => actors.of.get(id)))
        const spoken = new Set(excerpt.themes.map(({ id }) => themes.of.get(id)))
        for (const row of sources) for (const column of spoken) counted.set(`${row} ${column}`, (counted.get(`${row} ${column}`) ?? 0) + 1)
      }
      expect(Object.fromEntries(matrix.cells.map(({ row, column, count }) => [`${row} ${column}`, count]))).toEqual(
        Object.fromEntries(counted),
      )
      expect(matrix.cells.length).toBeGreaterThan(2)
      const both = all.filter(({ actors, themes }) => themes.length > 0 && actors.some(({ role }) => role === 'source'))
      expect(matrix.total).toBe(both.length)
    }
  })

  test('every cell opens as many excerpts as it says, by stance too, and so do totals', async () => {
    const views = [
      { role: 'source', stance: 'any' },
      { role: 'any', stance: 'opposes' },
    ] as const
    for (const query of asked)
      for (const both of Object.values(groups))
        for (const view of views) {
          const matrix = await countMatrix(db, scope, query, { role: roleOf(view), stances: stancesOf(view), ...of(both) }, indexes)
          for (const { row, column, count, stances } of matrix.cells) {
            expect(await opened(query, cellAsk(view, both, [row], [column])), `seed ${seed}`).toBe(count)
            expect(
              (await opened(query, cellAsk({ ...view, stance: 'supports' }, both, [row], [column]))) * (view.stance === 'any' ? 1 : 0),
            ).toBe(stances.supports)
          }
          const everyRow = Object.keys(matrix.rows)
          const everyColumn = Object.keys(matrix.columns)
          for (const [row, count] of Object.entries(matrix.rows))
            expect(await opened(query, cellAsk(view, both, [row], everyColumn))).toBe(count)
          for (const [column, count] of Object.entries(matrix.columns))
            expect(await opened(query, cellAsk(view, both, everyRow, [column]))).toBe(count)
        }
  }, 120_000)
})

describe('themes by themes', () => {
  test.each(VIEW_CHOICES.within)('every cell opens as many excerpts as it says, within one %s', async (within) => {
    for (const query of asked) {
      const matrix = await countTogether(db, scope, query, within, groups.apart.themes.of, indexes)
      if (query === EVERYTHING) expect(matrix.cells.length).toBeGreaterThan(1)
      for (const [row, count] of Object.entries(matrix.rows))
        expect(await opened(query, togetherAsk(query, within, groups.apart.themes, [row], []))).toBe(count)
      for (const { row, column, count } of matrix.cells)
        expect(await opened(query, togetherAsk(query, within, groups.apart.themes, [row], [column])), `seed ${seed}`).toBe(count)
    }
  })

  test('pairs that are not listed have nothing to open', async () => {
    const matrix = await countTogether(db, scope, EVERYTHING, 'statement', groups.together.themes.of, indexes)
    const ids = [...new Set(groups.together.themes.of.values())]
    for (const row of ids)
      for (const column of ids.filter((id) => id !== row)) {
        const listed = matrix.cells.find((cell) => cell.row === row && cell.column === column)?.count ?? 0
        expect(await opened(EVERYTHING, togetherAsk(EVERYTHING, 'statement', groups.together.themes, [row], [column]))).toBe(listed)
      }
  })
})

describe('networks', () => {
  test('every line from source to recipient opens as many excerpts as it says', async () => {
    for (const query of asked)
      for (const both of Object.values(groups)) {
        const { addresses, acting } = await countAddresses(db, scope, query, of(both), indexes)
        const { edges } = addressNetwork(addresses, acting, both.actors)
        if (query === EVERYTHING) expect(edges.length).toBeGreaterThan(0)
        for (const edge of edges) expect(await opened(query, edge.ask), `seed ${seed}`).toBe(edge.weight)
        for (const { supports, opposes, count } of addresses) expect(Math.max(supports, opposes)).toBeLessThanOrEqual(count)
      }
  })

  test('sides are those taken in the excerpts, and what ties two actors opens their statements', async () => {
    for (const both of Object.values(groups)) {
      const { positions } = await countPositions(db, scope, EVERYTHING, of(both), indexes)
      for (const { actorId, themeId, side, statements, documents } of positions) {
        const taken = all.filter(
          ({ actors, themes }) =>
            actors.some(({ id, role }) => role === 'source' && both.actors.of.get(id) === actorId) &&
            themes.some(({ id, stance }) => stance === side && both.themes.of.get(id) === themeId),
        )
        expect([statements, documents]).toEqual([taken.length, new Set(taken.map(({ document }) => document.id)).size])
      }
      const ties = agreementTies(positions, { weight: 'statement', norm: 'no' })
      for (const kind of ['agreement', 'conflict'] as const)
        for (const edge of tieNetwork(kind, ties, {}, both).edges) {
          const [from, to] = [edge.from, edge.to].map((id) => statementsBy(id, both.actors))
          const { excerpts } = await pageOfExcerpts(db, scope, { query: edge.ask, sort: 'document', limit: 1000 })
          const ids = new Set(excerpts.map(({ annotationId }) => annotationId))
          expect([...ids].some((id) => from?.has(id)) && [...ids].some((id) => to?.has(id))).toBe(true)
          expect([...ids].every((id) => from?.has(id) || to?.has(id))).toBe(true)
        }
    }
  })
})

function statementsBy(actorId: string, actors: Groups): Set<string> {
  return new Set(
    all
      .filter((excerpt) => excerpt.actors.some(({ id, role }) => role === 'source' && actors.of.get(id) === actorId))
      .map(({ annotationId }) => annotationId),
  )
}

describe('time', () => {
  test.each(VIEW_CHOICES.dates)('every bar opens as many excerpts as it says, by the day it was %s', async (dates) => {
    for (const query of asked)
      for (const period of ['day', 'month', 'year'] as const) {
        const timeline = await countTimeline(db, scope, query, { dates, period }, groups.together.themes.of, indexes)
        const bars = barsOf(timeline)
        if (query === EVERYTHING) expect(bars.length).toBeGreaterThan(0)
        for (const { start, end, total, by, bare } of bars.slice(0, 60)) {
          expect(await opened(query, daysAsk(dates, start, end)), `seed ${seed}`).toBe(total)
          expect(Math.max(0, ...by.values())).toBeLessThanOrEqual(total - bare)
          expect([...by.values()].reduce((sum, count) => sum + count, bare)).toBeGreaterThanOrEqual(total)
        }
        const drawn = bars.reduce((sum, bar) => sum + bar.total, 0)
        expect(drawn + timeline.undated + timeline.vague).toBe(await countMatching(db, scope, query))
        for (const { start, end } of bars.slice(-1)) expect(end).toBe(lastDay(start, period))
      }
  })

  test('nothing to count is an empty timeline', async () => {
    const nothing = ask('words:"nobody wrote this"')
    const timeline = await countTimeline(db, scope, nothing, { dates: 'published', period: 'fit' }, groups.together.themes.of, indexes)
    expect(timeline).toMatchObject({ starts: [], parts: [], totals: {}, undated: 0, vague: 0 })
  })
})
