import { log } from '#/server/log.ts'

type Hook<Payload, Result> = (payload: Payload) => Promise<Result>

const safe = new WeakSet<object>()

/** Whether a function was made here: it throws nothing but what its place in Hocuspocus allows. */
export function isSafeHook(hook: unknown): boolean {
  return typeof hook === 'function' && safe.has(hook)
}

/**
 * Wraps a Hocuspocus hook that nobody awaits or whose failure must change nothing: there, whatever is thrown would end
 * the process as an unhandled rejection.
 */
export function safeHook<Payload>(name: string, hook: (payload: Payload) => void | Promise<void>): Hook<Payload, void> {
  return wrap(name, hook, { mayRefuse: false, afterFault: () => {} })
}

/**
 * Wraps a hook that decides whether somebody may come in. A refusal is thrown as `{ reason }` and reaches the client; a
 * fault is written down and told as `unavailable`, after which the client tries again.
 */
export function refusingHook<Payload, Result>(name: string, hook: (payload: Payload) => Promise<Result>): Hook<Payload, Result> {
  const afterFault = () => {
    throw { reason: 'unavailable' }
  }
  return wrap(name, hook, { mayRefuse: true, afterFault })
}

/** Wraps a hook before a change: after a fault the change must not go on, so Hocuspocus lets go of the connection. */
export function closingHook<Payload>(name: string, hook: (payload: Payload) => void | Promise<void>): Hook<Payload, void> {
  const afterFault = () => {
    throw { code: 1011, reason: 'fault' }
  }
  return wrap(name, hook, { mayRefuse: false, afterFault })
}

function wrap<Payload, Result>(
  name: string,
  hook: (payload: Payload) => Result | Promise<Result>,
  { mayRefuse, afterFault }: { mayRefuse: boolean; afterFault: () => Result },
): Hook<Payload, Result> {
  const wrapped = async (payload: Payload): Promise<Result> => {
    try {
      return await hook(payload)
    } catch (error) {
      if (mayRefuse && isRefusal(error)) throw error
      log.error('collab.hook-failed', error, { hook: name })
      return afterFault()
    }
  }
  safe.add(wrapped)
  return wrapped
}

/** Only this hook's own refusals: an `Error` with a `reason` is a fault like any other. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'reason' in error
}
