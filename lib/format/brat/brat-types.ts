/** What our types begin with: they tell actors from themes when a file comes back. */
export const TYPE_PREFIX = { actor: 'actor_', theme: 'theme_' } as const

/** Kinds of notes ("#" lines) besides brat's own: which tags are one statement, and who made it. */
export const STATEMENT_NOTE = 'Statement'
export const ANALYST_NOTE = 'Analyst'

/** Names of types for names of anything: brat allows letters, digits, "_" and "-". Each given once, the same for the same key. */
export class BratTypes {
  readonly #byKey = new Map<string, { type: string; label: string }>()
  readonly #used = new Set<string>()

  of(sort: keyof typeof TYPE_PREFIX, id: string, label: string): string {
    const known = this.#byKey.get(id)
    if (known) return known.type
    const plain = label
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40)
    const base = TYPE_PREFIX[sort] + (plain || String(this.#byKey.size + 1))
    let type = base
    for (let n = 2; this.#used.has(type.toLowerCase()); n++) type = `${base}_${n}`
    this.#used.add(type.toLowerCase())
    this.#byKey.set(id, { type, label })
    return type
  }

  /** All that were given, with what they stand for. */
  list(): { type: string; label: string }[] {
    return [...this.#byKey.values()]
  }
}
