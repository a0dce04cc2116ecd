import type { Stance } from '#/lib/codebook/codebook.ts'
import { isId } from '#/lib/id.ts'

/** A source actor's stance towards a theme. */
export interface ClaimKey {
  actorId: string
  themeId: string
  stance: Stance
}

/** Which statements count. Days "YYYY-MM-DD", both included; null: open. */
export interface ClaimFilter {
  /** Of this source alone. */
  actorId: string | null
  from: string | null
  until: string | null
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads the filter from an address; what makes no sense asks nothing. */
export function parseClaimFilter(params: URLSearchParams): ClaimFilter {
  const day = (name: string) => {
    const value = params.get(name) ?? ''
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
  }
  const actorId = params.get('actor') ?? ''
  return { actorId: isId(actorId) ? actorId : null, from: day('from'), until: day('until') }
}

/** The filter as parameters of an address. */
export function printClaimFilter({ actorId, from, until }: ClaimFilter): URLSearchParams {
  const asked = Object.entries({ actor: actorId, from, until }).filter((entry): entry is [string, string] => entry[1] !== null)
  return new URLSearchParams(asked)
}

/** Whole days between two days "YYYY-MM-DD". */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Math.round((Date.parse(a) - Date.parse(b)) / 86_400_000))
}
