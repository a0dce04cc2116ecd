/** Who says it, and about what, in words. */
export interface ClaimSubject {
  actorId: string
  actor: string
  kind: string
  themeId: string
  theme: string
  /** Names above the theme, " › " between them; empty for a branch. */
  above: string
  hue: number
}
