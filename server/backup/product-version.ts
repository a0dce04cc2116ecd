import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the program that runs, for example "1.2.0". */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  return version
}
