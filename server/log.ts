type Fields = Record<string, string | number | boolean | null | undefined>

function write(level: 'info' | 'warn' | 'error', event: string, fields: Fields) {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
  ;(level === 'error' ? process.stderr : process.stdout).write(`${line}\n`)
}

/** One JSON line per event. Never pass text of documents, names of people or secrets: ids and counts only. */
export const log = {
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}) => write('warn', event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write('error', event, { ...fields, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
}
