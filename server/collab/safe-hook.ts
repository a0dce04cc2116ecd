import { log } from '#/server/log.ts'

/**
 * Wraps a Hocuspocus hook that nobody awaits or whose failure must change nothing: there, whatever is thrown would end
 * the process as an unhandled rejection.
 */
export function safeHook<Payload>(name: string, hook: (payload: Payload) => void | Promise<void>): (payload: Payload) => Promise<void> {
  return async (payload) => {
    try {
      await hook(payload)
    } catch (error) {
      log.error('collab.hook-failed', error, { hook: name })
    }
  }
}
