/** What became of a document whose rooms were closed to somebody who had it open. */
export type WhyClosed =
  /** `at` in ms since 1970; `by` null when that is not known. */
  | { why: 'binned'; at: number; by: string | null; mayBringBack: boolean }
  /** It is not closed, or not any more. */
  | { why: 'open' }
