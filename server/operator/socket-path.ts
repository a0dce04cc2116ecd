import { join, relative, resolve } from 'node:path'

/** Longest path of a Unix socket that every system takes, bytes. */
const MOST_BYTES = 103

/**
 * Where the server of this data directory listens for its operator; as an absolute path, or from the working directory
 * where that is shorter: the system takes about a hundred bytes.
 *
 * @returns null when neither is short enough
 */
export function socketPath(dataDir: string): string | null {
  const absolute = resolve(dataDir, 'operator', 'socket')
  const short = [absolute, join('.', relative(process.cwd(), absolute))].toSorted((a, b) => Buffer.byteLength(a) - Buffer.byteLength(b))[0]
  return short && Buffer.byteLength(short) <= MOST_BYTES ? short : null
}
