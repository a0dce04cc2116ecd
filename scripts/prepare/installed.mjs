import { readFileSync } from 'node:fs'

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | null} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/**
 * Whether node_modules holds what package-lock.json says. Compares versions, not file times: a checkout touches times,
 * and npm writes its hidden lock last, so an install that was cut short does not count.
 */
export function isInstalled() {
  const locked = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!locked || !present) return false
  const isCurrent = Object.entries(present).every(([at, entry]) => locked[at]?.version === entry.version)
  return isCurrent && Object.entries(locked).every(([at, entry]) => at === '' || entry.optional || at in present)
}
