import { nameKey } from './clean-name.ts'

/** A name that an actor got from one that was merged into it. */
export interface CopiedName {
  id: string
  actorId: string
  name: string
  mergedFrom: string
}

/** An actor that is merged, with all its names. */
export interface NamesOfMerged {
  id: string
  mergedInto: string
  names: readonly string[]
}

export interface NamesBackPlan {
  /** Ids of names that go. */
  gone: string[]
  /** Names that stay, because another merged actor has them too: they count as that one's now. */
  inherited: { id: string; mergedFrom: string }[]
}

/**
 * Which copied names leave when an actor is no longer merged: those of the actor it was merged into, and on along the chain
 * of those that were merged after it.
 * @param from the actor that comes back, with all its names
 * @param chain the actor it was merged into, the one that was merged into, and so on
 * @param copied names that actors of the chain got by merges
 * @param merged all actors that are merged into one of the chain; `from` may be among them
 */
export function planNamesBack(
  from: { id: string; names: readonly string[] },
  chain: readonly string[],
  copied: readonly CopiedName[],
  merged: readonly NamesOfMerged[],
): NamesBackPlan {
  const plan: NamesBackPlan = { gone: [], inherited: [] }
  let source = from.id
  let keys = new Set(from.names.map(nameKey))
  for (const actorId of chain) {
    const next = new Set<string>()
    for (const { id, name } of copied.filter(
      (row) => row.actorId === actorId && row.mergedFrom === source && keys.has(nameKey(row.name)),
    )) {
      const heir = merged.find((other) => other.mergedInto === actorId && other.id !== source && hasName(other, name))
      if (heir) plan.inherited.push({ id, mergedFrom: heir.id })
      else {
        plan.gone.push(id)
        next.add(nameKey(name))
      }
    }
    source = actorId
    keys = next
  }
  return plan
}

const hasName = ({ names }: NamesOfMerged, name: string): boolean => names.some((other) => nameKey(other) === nameKey(name))
