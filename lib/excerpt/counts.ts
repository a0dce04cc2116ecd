import type { Dimension } from '#/lib/query/facet-keys.ts'

/** How many excerpts match a filter, in total and by everything the results can be narrowed by. */
export interface ExcerptCounts {
  /** Excerpts that match, and how many documents and outlets they stand in. */
  excerpts: number
  documents: number
  outlets: number
  /** Detached passages that match everything else that is asked. */
  orphans: number
  /**
   * Excerpts that match by dimension and key; no key: none. A theme counts what is below it as the query does. Where the values of one
   * field are alternatives, its own counts are those without it: what ticking another value would add.
   */
  by: Record<Dimension, Record<string, number>>
}
