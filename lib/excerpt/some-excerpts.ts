import type { Excerpt } from './excerpt.ts'

/** The first excerpts that match, and how many there are. */
export interface SomeExcerpts {
  excerpts: readonly Excerpt[]
  total: number
}
