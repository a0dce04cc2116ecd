// Keeps package-lock.json installable everywhere. Run after every dependency change: node scripts/lock-platforms.mjs
// A registry mirror may lack optional packages of platforms nobody here uses; npm then leaves them out of the lock and
// `npm ci` refuses that same lock. This adds stub entries (version, os, cpu, optional) for them, and drops `resolved`
// addresses so that every install uses the registry it is configured for (integrity hashes stay).
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = lock.packages
const OS = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32', android: 'android', freebsd: 'freebsd' }

/** Whether a dependency of the package at `at` is present in the lock, looking outwards as Node does. */
function isLocked(at, name) {
  for (let dir = at; ; ) {
    if (packages[`${dir ? `${dir}/` : ''}node_modules/${name}`]) return true
    if (!dir) return false
    const up = dir.lastIndexOf('/node_modules/')
    dir = up < 0 ? '' : dir.slice(0, up)
  }
}

let stubs = 0
for (const [at, entry] of Object.entries(packages)) {
  delete entry.resolved
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name)) continue
    const platform = name.match(
      /(darwin|linux|win32|windows|android|freebsd)-(x64|arm64|ia32|arm)(?:-(musl|gnu|msvc|gnueabihf|musleabihf))?/,
    )
    if (!platform) {
      console.log(`no platform in the name ${name}: left alone`)
      continue
    }
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      cpu: [platform[2]],
      ...(platform[3] === 'musl' ? { libc: ['musl'] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      os: [OS[platform[1]]],
    }
    stubs++
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${stubs} platform stubs added`)
