/** What waits in a workspace for one member. */
export interface Waiting {
  /** Discussions with something new for them, or that they are asked to settle. */
  discussions: number
  /** Documents they are asked to work on that are not done. */
  assigned: number
  /** Proposals that they may answer, and by whom they are. */
  proposals: { count: number; names: readonly string[] }
  /** Statements whose words are gone from their text. */
  detached: number
}
