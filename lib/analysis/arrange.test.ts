import { describe, expect, test } from 'vitest'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { arrangeMatrix, branchSpans, type Order, USUAL_ORDER } from './arrange.ts'
import { cellsCsv, matrixCsv, networkCsv, timelineCsv } from './csv.ts'
import { networkGraphml } from './network-graphml.ts'
import { type Matrix, noStances } from './tally.ts'

const theme = (id: string, parentId: string | null, position: number): Theme => ({
  id,
  name: id.toUpperCase(),
  parentId,
  definition: '',
  include: '',
  exclude: '',
  examples: [],
  hotkey: null,
  hue: null,
  position,
  state: 'live',
})
const actor = (id: string, name: string): Actor => ({
  id,
  name,
  kind: 'state',
  parentId: null,
  description: '',
  aliases: [],
  hue: null,
  state: 'live',
})
const codebook = {
  actors: [actor('a1', 'Russia'), actor('a2', '=Turkey'), actor('a3', 'OCHA')],
  themes: [theme('war', null, 0), theme('aid', null, 1), theme('strikes', 'war', 0)],
}
const cell = (row: string, column: string, count: number) => ({ row, column, count, stances: { ...noStances(), opposes: 1 } })
const matrix: Matrix = {
  cells: [cell('a1', 'war', 2), cell('a1', 'strikes', 5), cell('a2', 'aid', 9), cell('gone', 'aid', 1)],
  rows: { a1: 6, a2: 9, gone: 1 },
  columns: { war: 2, strikes: 5, aid: 10 },
  total: 16,
}

describe('a matrix as it is read', () => {
  const { rows, columns, hidden, cell: at } = arrangeMatrix(matrix, codebook, 'actors', null)

  test('rows with the most come first; what was deleted does not come', () => {
    expect(rows.map(({ name, total }) => [name, total])).toEqual([
      ['=Turkey', 9],
      ['Russia', 6],
    ])
  })

  test('themes stand in the order of their tree, under the branch they belong to', () => {
    expect(columns.map(({ id }) => id)).toEqual(['war', 'strikes', 'aid'])
    expect(branchSpans(columns)).toEqual([
      { id: 'war', name: 'WAR', hue: 1, span: 2 },
      { id: 'aid', name: 'AID', hue: 2, span: 1 },
    ])
  })

  test('what does not fit is counted, and is what counts least', () => {
    const small = arrangeMatrix(matrix, codebook, 'actors', { rows: 1, columns: 2 })
    expect([small.rows.map(({ id }) => id), small.columns.map(({ id }) => id)]).toEqual([['a2'], ['strikes', 'aid']])
    expect([small.hidden, hidden]).toEqual([
      { rows: 1, columns: 1 },
      { rows: 0, columns: 0 },
    ])
  })

  test('rows and columns stand in other orders when they are asked for', () => {
    const ordered = (order: Partial<Order>) => arrangeMatrix(matrix, codebook, 'actors', null, { ...USUAL_ORDER, ...order })
    expect(ordered({ rows: 'name' }).rows.map(({ name }) => name)).toEqual(['=Turkey', 'Russia'])
    expect(ordered({ rows: { column: 'strikes' } }).rows.map(({ name }) => name)).toEqual(['Russia', '=Turkey'])
    expect(ordered({ columns: 'total' }).columns.map(({ id }) => id)).toEqual(['aid', 'strikes', 'war'])
    expect(ordered({ columns: 'name' }).columns.map(({ id }) => id)).toEqual(['aid', 'strikes', 'war'])
  })

  test('the largest in a column are kept when rows stand by it', () => {
    const small = arrangeMatrix(matrix, codebook, 'actors', { rows: 1, columns: 9 }, { rows: { column: 'war' }, columns: 'usual' })
    expect(small.rows.map(({ id }) => id)).toEqual(['a1'])
  })

  test('shades tell apart what is shown, whatever was left out', () => {
    const small = arrangeMatrix(matrix, codebook, 'actors', { rows: 9, columns: 2 })
    expect(small.steps.map(({ from }) => from)).toEqual([5, 9])
    expect(arrangeMatrix(matrix, codebook, 'actors', null).steps[0]?.from).toBe(2)
  })

  test('cells are found by row and column', () => {
    expect([at('a1', 'strikes')?.count, at('a2', 'war')]).toEqual([5, undefined])
  })

  test('as CSV it has its totals, and no cell a spreadsheet would run', () => {
    expect(matrixCsv(matrix, rows, columns, { corner: '', all: 'All' })).toBe(
      "\ufeff,WAR,STRIKES,AID,All\r\n'=Turkey,0,0,9,9\r\nRussia,2,5,0,6\r\nAll,2,5,10,16\r\n",
    )
    const name = (id: string) => id
    expect(cellsCsv(matrix, name, name, ['actor', 'theme', 'statements']).split('\r\n').slice(0, 2)).toEqual([
      '\ufeffactor,theme,statements,supports,opposes,neutral,mixed,none',
      'a1,war,2,0,1,0,0,0',
    ])
  })
})

test('networks and timelines are tables too', () => {
  const edge = { from: 'a1', to: 'a2', weight: 1 / 3, strength: 1, supports: 2, opposes: 0, themeId: 'war' }
  const network = {
    kind: 'agreement' as const,
    nodes: [],
    edges: [{ ...edge, ask: { is: 'all' as const, of: [] } }],
    total: { nodes: 2, edges: 1 },
  }
  const name = (id: string) => id
  expect(networkCsv(network, name, name)).toBe('\ufefffrom,to,weight,supports,opposes,theme\r\na1,a2,0.3333,2,0,war\r\n')
  const graphml = networkGraphml(
    { ...network, nodes: [{ id: 'a1', statements: 7, x: 0, y: 0, coalition: 2 }] },
    (id) => ({ name: `${id} & co`, kind: 'state' }),
    name,
  )
  expect(graphml).toContain('edgedefault="undirected"')
  expect(graphml).toContain('<node id="a1"><data key="node-label">a1 &amp; co</data>')
  expect(graphml).toContain('<edge id="e0" source="a1" target="a2"><data key="edge-weight">0.3333333333333333</data>')
  const timeline = {
    period: 'month' as const,
    starts: ['2017-01-01', '2017-02-01'],
    parts: [{ start: '2017-02-01', branchId: 'war', count: 3 }],
    totals: { '2017-02-01': 4 },
    bare: { '2017-02-01': 1 },
    undated: 0,
    vague: 0,
  }
  expect(timelineCsv(timeline, [{ id: 'war', name: 'War' }])).toBe(
    '\ufefffrom,to,statements,War\r\n2017-01-01,2017-01-31,0,0\r\n2017-02-01,2017-02-28,4,3\r\n',
  )
})
