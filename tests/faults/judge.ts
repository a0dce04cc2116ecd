import type { Entry } from './ledger.ts'

/** What a document holds in the end. */
export interface Found {
  /** Value of each key; absent: there is none. */
  values: ReadonlyMap<string, string>
  /** How often each word stands in the text. */
  words: ReadonlyMap<string, number>
}

/** What the judge has to say: descriptions of what is wrong, empty when nothing is. */
export interface Verdict {
  acknowledged: number
  /** Acknowledged changes without effect. */
  lost: string[]
  /** Words that stand in the text more than once. */
  doubled: string[]
  /** What nobody wrote. */
  unexpected: string[]
}

/**
 * The set workload of Jepsen, for values that change: of each key the last acknowledged value must be there, or one that
 * was tried after it and never answered. Everything else is lost, and what no entry explains is unexpected.
 */
export function judge(entries: readonly Entry[], found: Found, seeded: readonly string[] = []): Verdict {
  const byKey = Map.groupBy(entries, (entry) => entry.key)
  const lost: string[] = []
  for (const [key, history] of byKey) {
    if (!isJudged(key, found)) continue
    const value = found.values.get(key) ?? null
    if (!possible(history).has(value)) lost.push(`${key}: ${show(value)} instead of ${[...possible(history)].map(show).join(' or ')}`)
  }
  const known = new Set(seeded)
  return {
    acknowledged: entries.filter((entry) => entry.acknowledged).length,
    lost,
    doubled: [...found.words].filter(([, count]) => count > 1).map(([word, count]) => `${word}: ${count} times`),
    unexpected: [
      ...[...found.words.keys()].filter((word) => !known.has(word) && !byKey.has(`word/${word}`)),
      ...[...found.values.keys()].filter((key) => !byKey.has(key) && !known.has(key.slice(key.indexOf('/') + 1))),
    ],
  }
}

/** The values that may stand at the end of this history. */
function possible(history: readonly Entry[]): Set<string | null> {
  let values = new Set<string | null>([null])
  for (const entry of history) {
    if (entry.acknowledged) values = new Set()
    values.add(entry.value)
  }
  return values
}

/** A word that is gone has no format. */
function isJudged(key: string, found: Found): boolean {
  const format = /^(bold|kind)\/(.*)$/.exec(key)
  return !format || found.values.has(`word/${format[2]}`)
}

function show(value: string | null): string {
  return value === null ? 'nothing' : `"${value}"`
}
