/** What others brought into a workspace since a member looked last. */
export interface DocumentNews {
  /** ms since 1970. */
  since: number
  documents: number
  statements: number
}
