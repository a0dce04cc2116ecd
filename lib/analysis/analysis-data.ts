import type { FilterNames } from '#/lib/excerpt/filter-names.ts'
import type { SavedQuery } from '#/lib/query/saved-query.ts'
import type { Network } from './network.ts'
import type { Matrix } from './tally.ts'
import type { Timeline } from './timeline.ts'

/** What the analysis page shows. */
export interface AnalysisData {
  names: FilterNames
  /** Queries with a name that this person sees. */
  saved: SavedQuery[]
  /** All that is asked, what was chosen in a picture left out. */
  totals: { excerpts: number; documents: number }
  matrix: Matrix
  /** These come later: what was chosen in the matrix is not to wait for them. */
  network: Promise<Network>
  timeline: Promise<Timeline>
}
