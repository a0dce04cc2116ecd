const SILENT = { ok: false as const, reason: 'The server did not answer. Try again.' }

/** Waits for an action; a server that cannot be reached is a refusal like any other. */
export function attempt<T>(action: Promise<T>): Promise<T | typeof SILENT> {
  return action.catch(() => SILENT)
}
