import { readFileSync } from 'node:fs'

/**
 * Whom to run a program as that refuses root (Postgres): the system's `postgres` or `nobody` when this process is root,
 * otherwise nobody else.
 *
 * @returns ids for `child_process`; empty for an ordinary user
 */
export function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody')
  if (!entry) throw new Error('Running as root, and there is neither a user "postgres" nor "nobody" to run PostgreSQL as')
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}
