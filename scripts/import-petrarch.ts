// npm run import-petrarch -- <records.xml> --as <email> [--workspace <name>]: validation records of PETRARCH as a workspace,
// and whether it counts who did something to whom as the file does.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type ComparedPair, comparePairs, countPairs } from '#/lib/format/petrarch/count-pairs.ts'
import { readRecords } from '#/lib/format/petrarch/read-records.ts'
import { runCommand } from '#/server/operator/run-command.ts'
import { runScript } from '#/server/operator/run-script.ts'

const USAGE = 'Usage: npm run import-petrarch -- <records.xml> --as <email> [--workspace <name>]'

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, workspace: { type: 'string', default: 'PETRARCH records' } },
  })
  const [file] = positionals
  if (!file || !values.as || positionals.length > 1) return { ok: false, message: USAGE }
  const xml = await readFile(file, 'utf8')
  const records = readRecords(xml)
  if (!records.ok) return records
  const { sentences } = records
  const made = await runCommand('import-coded', { workspace: values.workspace, email: values.as, sentences })
  if (!made.ok) return made
  const pairs = comparePairs(countPairs(xml), made.pairs)
  const differ = printPairs(pairs)
  console.log(`${made.documents} documents, ${made.statements} statements in the workspace /w/${made.workspaceId}`)
  if (made.documents !== sentences.length) return { ok: false, message: `The file has ${sentences.length} sentences.` }
  if (differ > 0) return { ok: false, message: `${differ} of ${pairs.length} pairs are counted differently.` }
  console.log(`All ${pairs.length} pairs are counted alike.`)
  return { ok: true }
})

/** A line for each pair; answers how many differ. */
function printPairs(pairs: readonly ComparedPair[]): number {
  console.log(`${'source'.padEnd(40)}${'recipient'.padEnd(40)}${'file'.padStart(6)}${'Interline'.padStart(11)}`)
  for (const { source, recipient, wanted, found } of pairs) {
    const counts = `${String(wanted).padStart(6)}${String(found).padStart(11)}${wanted === found ? '' : '  differs'}`
    console.log(source.padEnd(40) + recipient.padEnd(40) + counts)
  }
  return pairs.filter(({ wanted, found }) => wanted !== found).length
}
