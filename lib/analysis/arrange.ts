import type { Codebook } from '#/lib/codebook/codebook.ts'
import { buildTree, flattenTree, pathIn } from '#/lib/codebook/theme-tree.ts'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'
import { quantileSteps, type Step } from './quantile-steps.ts'
import type { Cell, Matrix } from './tally.ts'

/** What heads a row or a column. */
export interface Head {
  id: string
  name: string
  /** Slug of an actor's kind; null for themes. */
  kind: string | null
  /** Base hue of a theme; null for actors. */
  hue: number | null
  /** The theme at the top of its branch; null for actors. */
  branch: { id: string; name: string } | null
  /** Statements counted in it, each once. */
  total: number
}

/** A matrix as it is read: what counts most first, themes by branch. */
export interface ArrangedMatrix {
  rows: Head[]
  columns: Head[]
  cell(row: string, column: string): Cell | undefined
  /** Steps of colour over the cells that are shown: next to a few large ones all others would look alike. */
  steps: Step[]
  /** How many rows and columns with anything in them are left out. */
  hidden: { rows: number; columns: number }
}

/** How many rows and columns fit; null: all are wanted. */
export interface Room {
  rows: number
  columns: number
}

/** In which order a matrix stands: `usual` is actors by their count, and themes in their branches. */
export interface Order {
  /** `column`: by what is counted in it. */
  rows: 'usual' | 'total' | 'name' | { column: string }
  columns: 'usual' | 'total' | 'name'
}

export const USUAL_ORDER: Order = { rows: 'usual', columns: 'usual' }

/** @param rowsAre what the rows are: actors, or themes against themes */
export function arrangeMatrix(
  matrix: Matrix,
  codebook: Pick<Codebook, 'actors' | 'themes'>,
  rowsAre: 'actors' | 'themes',
  room: Room | null,
  order: Order = USUAL_ORDER,
): ArrangedMatrix {
  const themes = themeHeads(codebook)
  const actors = actorHeads(codebook)
  const cells = new Map(matrix.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  const by = typeof order.rows === 'object' ? order.rows.column : null
  const weigh = ({ id, total }: Head) => (by === null ? total : (cells.get(`${id} ${by}`)?.count ?? 0))
  const columns = mostOf(matrix.columns, themes, room?.columns)
  const rows = mostOf(matrix.rows, rowsAre === 'actors' ? actors : themes, room?.rows, weigh)
  const inTree = new Map([...themes.keys()].map((id, at) => [id, at]))
  const usual = (heads: readonly Head[], are: 'actors' | 'themes') =>
    are === 'actors' ? [...heads] : heads.toSorted((a, b) => (inTree.get(a.id) ?? 0) - (inTree.get(b.id) ?? 0))
  const sorted = (heads: readonly Head[], are: 'actors' | 'themes', how: Order['rows']) => {
    if (how === 'usual') return usual(heads, are)
    return how === 'name' ? heads.toSorted((a, b) => a.name.localeCompare(b.name)) : [...heads]
  }
  const isShown = ({ shown }: { shown: readonly Head[] }) => {
    const ids = new Set(shown.map(({ id }) => id))
    return (id: string) => ids.has(id)
  }
  const [inRow, inColumn] = [isShown(rows), isShown(columns)]
  const counts = matrix.cells.filter(({ row, column }) => inRow(row) && inColumn(column)).map(({ count }) => count)
  return {
    rows: sorted(rows.shown, rowsAre, order.rows),
    columns: sorted(columns.shown, 'themes', order.columns),
    cell: (row, column) => cells.get(`${row} ${column}`),
    steps: quantileSteps(counts),
    hidden: { rows: rows.hidden, columns: columns.hidden },
  }
}

/** Neighbouring columns of one branch, in order. */
export function branchSpans(columns: readonly Head[]): { id: string; name: string; hue: number | null; span: number }[] {
  const spans: { id: string; name: string; hue: number | null; span: number }[] = []
  for (const { branch, hue } of columns) {
    const last = spans.at(-1)
    if (branch && last?.id === branch.id) last.span++
    else spans.push({ id: branch?.id ?? '', name: branch?.name ?? '', hue, span: 1 })
  }
  return spans
}

type Named = Omit<Head, 'total'>

/** Those that weigh most, the heaviest first; what weighs the same by its total. */
function mostOf(
  totals: Readonly<Record<string, number>>,
  heads: ReadonlyMap<string, Named>,
  room = Number.POSITIVE_INFINITY,
  weigh: (head: Head) => number = ({ total }) => total,
) {
  const counted = Object.entries(totals).flatMap(([id, total]): Head[] => {
    const head = heads.get(id)
    return head ? [{ ...head, total }] : []
  })
  const sorted = counted.toSorted(
    (a, b) => weigh(b) - weigh(a) || b.total - a.total || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  )
  return { shown: sorted.slice(0, room), hidden: Math.max(0, sorted.length - room) }
}

/** By id, in the order of the tree. */
function themeHeads({ themes }: Pick<Codebook, 'themes'>): Map<string, Named> {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const index = indexThemes(themes)
  return new Map(
    flattenTree(buildTree(themes)).map(({ item: { id, name } }): [string, Named] => {
      const top = pathIn(byId, id)[0]
      return [id, { id, name, kind: null, hue: index.hue(id), branch: top ? { id: top.id, name: top.name } : null }]
    }),
  )
}

function actorHeads({ actors }: Pick<Codebook, 'actors'>): Map<string, Named> {
  return new Map(actors.map(({ id, name, kind }) => [id, { id, name, kind, hue: null, branch: null }]))
}
