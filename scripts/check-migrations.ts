// Fails when db/schema says more than db/migrations does, or when two migrations branch from the same one.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
process.chdir(root)

/** Runs drizzle-kit without a terminal, so that a question it would ask is a failure. */
function drizzle(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/drizzle-kit'), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  })
  if (status === 0) return stdout
  throw new Error(`drizzle-kit ${args.join(' ')} failed:\n${stdout}${stderr}`)
}

drizzle('check')
// Generated beside a copy of the migrations, so that checking leaves the tree as it was.
const copy = mkdtempSync(join(root, 'node_modules/.migrations-'))
try {
  cpSync('db/migrations', copy, { recursive: true })
  drizzle('generate', '--dialect=postgresql', '--schema=./db/schema', `--out=./${relative(root, copy)}`)
  const added = readdirSync(copy).filter((name) => !readdirSync('db/migrations').includes(name))
  if (added.length) {
    console.error('db/schema has changes without a migration. Run: npm run db:generate -- --name <what changed>')
    process.exitCode = 1
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
