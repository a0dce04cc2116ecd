// Finds the programs of the machine that tests and screenshots need: a Chromium and a PostgreSQL server.
// Plain JavaScript on builtins: scripts/prepare.mjs runs it before anything is installed, on Node 18 or newer.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The oldest PostgreSQL the schema runs on. */
export const POSTGRES_AT_LEAST = 15

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} dir
 * @returns {string[]} names in `dir`; none when it does not exist
 */
function list(dir) {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

const path = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean)

/**
 * A Chromium or Chrome to drive: the file in `CHROMIUM`, or the first found in the usual places.
 * @returns {string | null} null when there is none
 */
export function findChromium() {
  if (process.env.CHROMIUM) return isExecutable(process.env.CHROMIUM) ? process.env.CHROMIUM : null
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const files = ['/usr/bin/chromium', ...names.flatMap((name) => path().map((dir) => join(dir, name)))]
  files.push('/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  return files.find(isExecutable) ?? null
}

/**
 * The folder of the newest PostgreSQL server programs (`initdb`, `pg_ctl`, `postgres`) of at least version 15.
 * @returns {{ bin: string, version: number } | null} major version; null when there is none
 */
export function findPostgres() {
  const packaged = [
    ...list('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...list('/opt/homebrew/opt').flatMap((name) => (name.startsWith('postgresql') ? [`/opt/homebrew/opt/${name}/bin`] : [])),
  ]
  const found = [...path(), ...packaged]
    .filter((dir) => ['initdb', 'pg_ctl', 'postgres'].every((name) => isExecutable(join(dir, name))))
    .map((bin) => {
      const { stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
      return { bin, version: Number(/\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0) }
    })
    .filter(({ version }) => version >= POSTGRES_AT_LEAST)
  return found.sort((a, b) => b.version - a.version)[0] ?? null
}
