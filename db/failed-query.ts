import { inspect } from 'node:util'
import { DrizzleQueryError } from 'drizzle-orm'

/**
 * Failed queries carry their parameters, that is, people's text, in their message. Whoever prints one, Next among them, gets
 * the statement, what the database said, and where it was asked.
 */
export function hideParametersOfFailedQueries(): void {
  Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
    configurable: true,
    value(this: DrizzleQueryError) {
      const frames = (this.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
      const said = this.cause as (Error & { code?: string }) | undefined
      return [`Failed query: ${this.query}`, `the database said: ${said?.code ?? ''} ${said?.message ?? 'nothing'}`, ...frames].join('\n')
    },
  })
}
