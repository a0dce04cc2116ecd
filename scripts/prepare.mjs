// Makes the tree ready for `npm start`, `npm run dev` and `npm test`, and says what it does. Plain JavaScript on
// builtins: it runs on whatever Node the machine has (18 or newer), before the packages and their Node 24 are there.
//   node scripts/prepare.mjs            packages as in package-lock.json
//                            --build    and a production build of the current sources
//                            --test     and a Chromium and a PostgreSQL server for the test suites
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installPrograms } from './prepare/debian-programs.mjs'
import { isInstalled } from './prepare/installed.mjs'
import { recordBuild, sourcesOf, wasBuiltFrom } from './prepare/sources.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const wants = new Set(process.argv.slice(2))

/** Runs npm, ends this process with its exit code when it fails, and says how long it took. @param {string[]} args */
function npm(what, ...args) {
  const start = Date.now()
  console.log(`${what} ...`)
  const { status } = spawnSync('npm', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) {
    console.error(`${what} failed.`)
    process.exit(status ?? 1)
  }
  console.log(`${what}: ${((Date.now() - start) / 1000).toFixed(0)} s`)
}

function preparePackages() {
  if (!isInstalled()) npm('Installing packages', 'ci', '--no-audit', '--no-fund', '--loglevel=error')
  const bundled = existsSync('node_modules/.bin/node')
  if (!bundled && Number(process.versions.node.split('.')[0]) < 24) {
    console.error(
      `Interline runs on Node 24. Packages bring it along on Linux x64 and arm64; here, install Node 24 (this is ${process.version}).`,
    )
    process.exit(1)
  }
}

function prepareBuild() {
  const sources = sourcesOf()
  if (wasBuiltFrom(sources)) return
  npm('Building for production', 'run', '--silent', 'build')
  recordBuild(sources)
}

preparePackages()
if (wants.has('--build')) prepareBuild()
if (wants.has('--test')) installPrograms()
