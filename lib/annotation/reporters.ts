import { FACT_LENGTH } from '#/lib/annotation/limits.ts'
import { isId } from '#/lib/id.ts'
import { oneLine } from '#/lib/one-line.ts'

/** A link of a chain of reported speech: an actor of the codebook, or a name nobody entered there. */
export type Reporter = { actor: string } | { name: string }

/** Links of a chain. */
export const MAX_REPORTERS = 5
/** Longest name of a reporter, in UTF-16 units. */
export const REPORTER_LENGTH = 120

/** Reads a chain as {@link printReporters} writes it, from who tells us to who saw it; null for anything else. */
export function parseReporters(text: string): Reporter[] | null {
  if (text.length > FACT_LENGTH) return null
  try {
    const chain: unknown = JSON.parse(text)
    const isChain = Array.isArray(chain) && chain.length >= 1 && chain.length <= MAX_REPORTERS && chain.every(isReporter)
    return isChain && printReporters(chain) === text ? chain : null
  } catch {
    return null
  }
}

/** Writes a chain as JSON; an empty one as the empty text, which removes the fact. */
export function printReporters(chain: readonly Reporter[]): string {
  if (chain.length === 0) return ''
  return JSON.stringify(chain.map((link) => ('actor' in link ? { actor: link.actor } : { name: link.name })))
}

function isReporter(link: unknown): link is Reporter {
  if (typeof link !== 'object' || link === null) return false
  if ('actor' in link) return typeof link.actor === 'string' && isId(link.actor)
  return 'name' in link && typeof link.name === 'string' && isName(link.name, REPORTER_LENGTH)
}

/** Whether a name is as it is kept: one line, not empty, not longer than this. */
export function isName(name: string, longest: number): boolean {
  return name.length >= 1 && name.length <= longest && oneLine(name) === name
}

/** A typed name as it is kept: one line, cut to this many UTF-16 units. */
export function nameOf(typed: string, longest: number): string {
  return oneLine(
    oneLine(typed)
      .slice(0, longest)
      .replace(/[\ud800-\udbff]$/, ''),
  )
}
