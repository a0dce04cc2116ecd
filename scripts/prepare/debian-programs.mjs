import { spawnSync } from 'node:child_process'
import { findChromium, findPostgres, POSTGRES_AT_LEAST } from '../programs.mjs'

/**
 * Installs packages with apt, run by sh as root; arguments are package names. Debian's postgresql would create and
 * start a database server of its own: both are switched off for this installation, and the switches removed after it.
 */
const INSTALL = `
set -e
cluster=/etc/postgresql-common/createcluster.d/interline-tests.conf
policy=/usr/sbin/policy-rc.d
trap 'rm -f "$cluster"; [ -z "$made_policy" ] || rm -f "$policy"' EXIT
mkdir -p "\${cluster%/*}"
echo "create_main_cluster = false" > "$cluster"
if [ ! -e "$policy" ]; then
  made_policy=yes
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends "$@"
`

/** @param {string} command @param {string[]} args */
const succeeds = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** The words before a command that make it run as root: none as root, sudo when it asks no password, null when impossible. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', '-n', 'true') ? ['sudo', '-n'] : null
}

function missing() {
  const packages = []
  if (!findChromium()) packages.push('chromium')
  if (!findPostgres()) packages.push('postgresql')
  return packages
}

/** Says plainly which suites will fail for want of a program, and how to get it. @param {string[]} packages @param {string} why */
function explain(packages, why) {
  const words = {
    chromium: 'a Chromium browser (for the browser journeys)',
    postgresql: `a PostgreSQL server >= ${POSTGRES_AT_LEAST} (for the tests on PostgreSQL)`,
  }
  console.error(`\nMissing: ${packages.map((name) => words[name]).join(' and ')}. ${why}`)
  console.error(
    `Install ${packages.length > 1 ? 'them' : 'it'}, on Debian: apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  )
  console.error('A browser elsewhere is named by CHROMIUM=/path/to/chromium. Until then the suites that need this fail.\n')
}

/** Makes sure a Chromium and a PostgreSQL server are on the machine; where it cannot, says so and lets the suites fail. */
export function installPrograms() {
  const packages = missing()
  if (!packages.length) return
  if (process.env.CHROMIUM && packages[0] === 'chromium') return explain(packages, `CHROMIUM=${process.env.CHROMIUM} cannot be run.`)
  if (!succeeds('apt-get', '--version')) return explain(packages, 'There is no apt-get here to install it with.')
  const prefix = asRoot()
  if (!prefix) return explain(packages, 'Installing needs root or sudo without a password.')
  console.log(`Installing Debian packages for the tests: ${packages.join(', ')} (no database server is left running) ...`)
  const [command, ...args] = [...prefix, 'sh', '-c', INSTALL, 'sh', ...packages]
  const start = Date.now()
  const { status, stdout, stderr } = spawnSync(command ?? 'sh', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const left = missing()
  if (!left.length) return console.log(`Installing Debian packages: ${((Date.now() - start) / 1000).toFixed(0)} s`)
  console.error(`${stdout}${stderr}`.slice(-3000))
  explain(left, status === 0 ? 'apt-get installed nothing that works.' : `apt-get failed (exit ${status}).`)
}
