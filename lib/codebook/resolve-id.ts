import type { Codebook } from '#/lib/codebook/codebook.ts'

/** Entries that were merged, by id: the entry that stands for each of them now. */
export type Merged = Codebook['merged']

/** What stands for an actor or theme now: what it was merged into, or itself. */
export function resolveId(merged: Merged, id: string): string {
  return Object.hasOwn(merged, id) ? (merged[id] as string) : id
}

/** Every id whose tags are read as tags of this entry: what stands for it now, and all that was merged into that. */
export function idsMeaning(merged: Merged, id: string): string[] {
  const end = resolveId(merged, id)
  return [end, ...Object.keys(merged).filter((from) => from !== end && merged[from] === end)]
}
