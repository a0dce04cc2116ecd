import { STANCES, type Stance } from '#/lib/codebook/codebook.ts'

/** Statements by stance towards the theme they are counted under. Of a whole branch one statement may take several. */
export type StanceCounts = Record<Stance, number>

/** Nothing counted yet. */
export function noStances(): StanceCounts {
  return Object.fromEntries(STANCES.map((stance) => [stance, 0])) as StanceCounts
}

/** Statements that are counted in one cell. */
export interface Cell {
  row: string
  column: string
  /** Never 0: empty cells are not listed. */
  count: number
  stances: StanceCounts
}

/** Statements counted along two dimensions. Totals count a statement once, however many cells it is in. */
export interface Matrix {
  cells: Cell[]
  /** By id; no id: none. */
  rows: Record<string, number>
  columns: Record<string, number>
  total: number
}
