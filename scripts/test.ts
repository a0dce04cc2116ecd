// `npm test`: every check and suite, in order from quick to slow, going on after a failure so that all are reported.
// `npm test -- unit integration` runs only the suites named. Ends with the line "N passed, N failed".
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { checkOutcome, honest, type Outcome } from './suites/outcome.ts'
import { playwrightOutcome } from './suites/playwright-outcome.ts'
import { vitestOutcome } from './suites/vitest-outcome.ts'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'interline-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

type Environment = Record<string, string | undefined>

/** Runs a program of the project with its output shown; resolves with the exit code. */
function run(command: string[], extra: Environment = {}): Promise<number> {
  const [program = '', ...args] = command
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH, ...extra } })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const check = (name: string, ...commands: string[][]) => ({
  name,
  async run(): Promise<Outcome> {
    for (const command of commands) {
      const code = await run(command)
      if (code !== 0) return checkOutcome(name, code)
    }
    return checkOutcome(name, 0)
  },
})

/** Runs a test runner and reads the JSON report it leaves behind. */
async function counted<T>(
  name: string,
  command: (file: string) => string[],
  count: (report: T) => Outcome,
  env: (file: string) => Environment,
) {
  const file = join(reports, `${name}.json`)
  const code = await run(command(file), env(file))
  let report: T
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return checkOutcome(`${name} left no report`, code || 1)
  }
  return honest(count(report), code)
}

function vitest(name: string, project: string, env: Environment): Promise<Outcome> {
  const command = (file: string) => [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  return counted(name, command, vitestOutcome, () => env)
}

/** The integration tests again, on a real PostgreSQL server: the one in TEST_DATABASE_URL, or one started for this. */
async function onPostgres(): Promise<Outcome> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return vitest('postgres', 'integration', {})
  const server = await startPostgres()
  try {
    console.log(`on PostgreSQL ${server.version}`)
    return await vitest('postgres', 'integration', { TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

const SUITES: { name: string; run(): Promise<Outcome> }[] = [
  check('types', ['next', 'typegen'], ['tsc', '--noEmit']),
  check('lint', ['biome', 'check', '--error-on-warnings', '.']),
  check('import-law', ['biome', 'lint', '--only=style/noRestrictedImports', '.']),
  check('migrations', ['node', 'scripts/check-migrations.ts']),
  { name: 'unit', run: () => vitest('unit', 'unit', {}) },
  check('anchors', ['node', 'tests/anchors/run.ts', '--runs', '200']),
  { name: 'integration', run: () => vitest('integration', 'integration', { TEST_DATABASE_URL: undefined }) },
  { name: 'postgres', run: onPostgres },
  check('build', ['node', 'scripts/prepare.mjs', '--build']),
  check('access', ['node', 'tests/access/run.ts', '--short']),
  check('hostile', ['node', 'tests/hostile/run.ts', '--short']),
  check('faults', ['node', 'tests/faults/run.ts', '--short']),
  check('drill', ['node', 'tests/drill/run.ts']),
  {
    name: 'browser',
    run: () =>
      counted(
        'browser',
        () => ['playwright', 'test', '--reporter=list,json'],
        playwrightOutcome,
        (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
      ),
  },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name))
if (unknown.length) {
  console.error(`No suite "${unknown.join('", "')}". There are: ${SUITES.map((suite) => suite.name).join(', ')}`)
  process.exit(2)
}

const results: { name: string; outcome: Outcome; seconds: number }[] = []
for (const suite of SUITES.filter(({ name }) => !wanted.length || wanted.includes(name))) {
  console.log(`\n=== ${suite.name}`)
  const start = performance.now()
  const outcome = await suite.run().catch((error: Error) => {
    console.error(error.message)
    return checkOutcome(error.message, 1)
  })
  results.push({ name: suite.name, outcome, seconds: (performance.now() - start) / 1000 })
}

console.log(`\n${'suite'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`)
for (const { name, outcome, seconds } of results) {
  const { passed, failed, skipped } = outcome
  console.log(
    `${name.padEnd(14)}${[passed, failed].map((n) => String(n).padStart(8)).join('')}${String(skipped).padStart(9)}${seconds.toFixed(1).padStart(9)}`,
  )
}
for (const { name, outcome } of results) for (const failure of outcome.failures) console.log(`failed in ${name}: ${failure}`)
for (const { name, outcome } of results)
  for (const slow of outcome.secondTry ?? []) console.log(`only at the second try in ${name}: ${slow}`)
const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, { outcome }) => total + outcome[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') ? 1 : 0
