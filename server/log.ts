type Fields = Record<string, string | number | boolean | null | undefined>

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof LEVELS)[number]

/** Whether lines of a level are wanted: LOG_LEVEL is the lowest one that is; "info" when it is none of ours. */
function isWanted(level: Level): boolean {
  const lowest = LEVELS.indexOf(process.env.LOG_LEVEL as Level)
  return LEVELS.indexOf(level) >= (lowest < 0 ? LEVELS.indexOf('info') : lowest)
}

function write(level: Level, event: string, fields: Fields) {
  if (!isWanted(level)) return
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
  ;(level === 'error' ? process.stderr : process.stdout).write(`${line}\n`)
}

/**
 * What may be written of an error. People's text gets into messages in three ways: a failed query lists its parameters, the
 * database quotes the value it could not read, and a parser the place where it stopped.
 */
function wording(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('params' in error) return `Failed query: ${error.cause instanceof Error ? ofDatabase(error.cause) : 'unknown cause'}`
  if ('severity' in error) return ofDatabase(error)
  const stack = error.stack ?? error.message
  return error instanceof SyntaxError ? stack.replace(error.message, 'not parsed') : stack
}

function ofDatabase(cause: Error): string {
  const code = 'code' in cause ? ` (${String(cause.code)})` : ''
  return `${cause.message.replace(/: ".*$/s, '')}${code}`
}

/** One JSON line per event. Never pass text of documents, names of people or secrets: ids and counts only. */
export const log = {
  /** Only written with LOG_LEVEL=debug. */
  debug: (event: string, fields: Fields = {}) => write('debug', event, fields),
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}) => write('warn', event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) => write('error', event, { ...fields, error: wording(error) }),
}
