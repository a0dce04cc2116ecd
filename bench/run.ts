// `npm run bench -- <name>` runs bench/<name>.ts; `npm run bench` lists what there is.
import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Figure, printFigures } from './figure.ts'

/** A bench is a file here that exports `run(args)`, which returns its figures (or prints them itself). */
interface Bench {
  run(args: string[]): Promise<Figure[] | undefined>
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && /^export (async )?function run\(/m.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  .map((file) => file.slice(0, -3))

/** Versions, cores and load, without which a figure means nothing. */
function describeMachine(): string {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const versions = ['next', '@hocuspocus/server', 'yjs', '@electric-sql/pglite', 'pg'].map((name) => `${name} ${dependencies[name]}`)
  const load = loadavg().map((value) => value.toFixed(2))
  return [
    `node ${process.version}, ${versions.join(', ')}`,
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, load ${load.join(' ')}`,
  ].join('\n')
}

const [name = '', ...args] = process.argv.slice(2)
if (!names.includes(name)) {
  console.error(`${name ? `There is no bench "${name}". ` : ''}npm run bench -- <name>, with one of: ${names.join(', ')}`)
  process.exit(2)
}
console.log(describeMachine())
const start = performance.now()
const bench = (await import(`./${name}.ts`)) as Bench
const figures = await bench.run(args)
console.log(`\n${name} took ${((performance.now() - start) / 1000).toFixed(0)} s, load now ${loadavg()[0]?.toFixed(2)}`)
if (figures) printFigures(figures)
