/** What ids and slugs inside a change mean, for sentences about it. */
export interface EntryNames {
  /** Names of actors and themes by id, also of deleted ones. */
  entries: Readonly<Record<string, string>>
  /** Names of kinds by slug. */
  kinds: Readonly<Record<string, string>>
}
