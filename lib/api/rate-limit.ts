export interface RateRule {
  /** Names the rule in the headers. */
  name: string
  /** So many requests ... */
  quota: number
  /** ... within so long, s. */
  windowS: number
}

export interface Allowance {
  ok: boolean
  remaining: number
  /** Until more is allowed again, whole s, at least 1. */
  resetS: number
}

/** Keys remembered; the ones longest unused go first. */
const MOST_KEYS = 10_000

interface Bucket {
  /** Requests that may be made now; a fraction is one that is on its way. */
  left: number
  /** ms since 1970. */
  at: number
}

/**
 * How many requests one token may make: a bucket of `quota` that fills again evenly within the window, so that there is no
 * moment at which everybody starts anew. Kept in memory: it is about seconds.
 */
export class RateLimit {
  readonly #rule: RateRule
  readonly #buckets = new Map<string, Bucket>()

  constructor(rule: RateRule) {
    this.#rule = rule
  }

  /** Takes one request from the key's allowance. @param now ms since 1970 */
  take(key: string, now: number): Allowance {
    const { quota, windowS } = this.#rule
    const perMs = quota / (windowS * 1000)
    const before = this.#buckets.get(key) ?? { left: quota, at: now }
    const filled = Math.min(quota, before.left + Math.max(0, now - before.at) * perMs)
    const ok = filled >= 1
    const left = ok ? filled - 1 : filled
    this.#buckets.delete(key)
    this.#buckets.set(key, { left, at: now })
    this.#forget()
    const missing = ok ? quota - left : 1 - left
    return { ok, remaining: Math.floor(left), resetS: Math.max(1, Math.ceil(missing / perMs / 1000)) }
  }

  /** RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10), and Retry-After for who has to wait. */
  headers({ ok, remaining, resetS }: Allowance): Record<string, string> {
    const { name, quota, windowS } = this.#rule
    return {
      'RateLimit-Policy': `"${name}";q=${quota};w=${windowS}`,
      RateLimit: `"${name}";r=${remaining};t=${resetS}`,
      ...(!ok && { 'Retry-After': String(resetS) }),
    }
  }

  #forget(): void {
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined && this.#buckets.size > MOST_KEYS) this.#buckets.delete(oldest)
  }
}
