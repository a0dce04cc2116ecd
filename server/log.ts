type Fields = Record<string, string | number | boolean | null | undefined>

function write(level: 'info' | 'warn' | 'error', event: string, fields: Fields) {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
  ;(level === 'error' ? process.stderr : process.stdout).write(`${line}\n`)
}

/** A failed query's own message lists its parameters, that is, people's text: only what the database said is written. */
function wording(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('params' in error) return `Failed query: ${error.cause instanceof Error ? error.cause.message : 'unknown cause'}`
  return error.stack ?? error.message
}

/** One JSON line per event. Never pass text of documents, names of people or secrets: ids and counts only. */
export const log = {
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}) => write('warn', event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) => write('error', event, { ...fields, error: wording(error) }),
}
