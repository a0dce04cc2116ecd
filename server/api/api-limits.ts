import { RateLimit } from '#/lib/api/rate-limit.ts'
import type { ApiLimits } from './api-deps.ts'

/** The limits the product runs with: ten requests a second of one person's programs, and bursts of what it saved up in a minute. */
export function createApiLimits(): ApiLimits {
  return {
    person: new RateLimit({ name: 'person', quota: 600, windowS: 60 }),
    stranger: new RateLimit({ name: 'stranger', quota: 120, windowS: 60 }),
  }
}
