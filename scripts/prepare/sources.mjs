import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `next build` reads. */
const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'server',
  'next.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const STAMP = '.next/built-from'

/** @param {string} at @returns {string[]} files at or under a path, sorted; none when it does not exist */
function filesUnder(at) {
  if (!existsSync(at)) return []
  let entries
  try {
    entries = readdirSync(at, { withFileTypes: true })
  } catch {
    return [at]
  }
  return entries.flatMap((entry) => (entry.isDirectory() ? filesUnder(join(at, entry.name)) : [join(at, entry.name)])).sort()
}

/** A fingerprint of the contents the build depends on; test files do not count. @returns {string} hex SHA-256 */
export function sourcesOf() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder)) {
    if (/\.test\.tsx?$/.test(file)) continue
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Whether .next is a finished production build of these sources. @param {string} sources */
export function wasBuiltFrom(sources) {
  return existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources
}

/** Remembers what the build in .next was made from. @param {string} sources */
export function recordBuild(sources) {
  writeFileSync(STAMP, sources)
}
