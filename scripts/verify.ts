// npm run verify [-- --document <id or title>] [--anchor <hash>]: whether everything stored is sound, while people work.
import { parseArgs } from 'node:util'
import { inOneState } from '#/db/backup/read-table.ts'
import { newestLevel, readLevel } from '#/db/backup/schema-level.ts'
import { loadSettings } from '#/server/operator/load-settings.ts'
import { openReading } from '#/server/operator/open-reading.ts'
import { ProgressLine } from '#/server/operator/progress-line.ts'
import { runScript } from '#/server/operator/run-script.ts'
import { CHECKS } from '#/server/verify/problem.ts'
import { verify } from '#/server/verify/verify.ts'

/** Lines of problems that are printed; the count is of all. */
const MOST_LINES = 200

await runScript(async () => {
  const { values } = parseArgs({ options: { document: { type: 'string' }, anchor: { type: 'string' } } })
  const start = performance.now()
  const reading = await openReading(loadSettings())
  if (!reading.ok) return reading
  const line = new ProgressLine()
  try {
    const { db } = reading.database
    if ((await readLevel(db))?.at !== newestLevel().at)
      return {
        ok: false,
        message: 'The database is of another version than this program. Start Interline once, so that it is brought up to date.',
      }
    const findings = await inOneState(db, (tx) => verify(tx, { ...values, progress: (done) => line.say(`document ${done}`) }))
    line.end()
    if (!findings) return { ok: false, message: `There is no document "${values.document}".` }
    const { examined, problems, behind } = findings
    console.log(`${'check'.padEnd(12)}${'examined'.padStart(10)}${'problems'.padStart(10)}`)
    for (const check of CHECKS)
      console.log(
        `${check.padEnd(12)}${String(examined[check]).padStart(10)}${String(problems.filter((problem) => problem.check === check).length).padStart(10)}`,
      )
    for (const { check, where, what } of problems.slice(0, MOST_LINES)) console.log(`${check}: ${where} ${what}`)
    if (behind > 0)
      console.log(`The excerpts of ${behind} documents were on their way (the server brings them up to date) and were not compared.`)
    console.log(`${problems.length} problems, ${((performance.now() - start) / 1000).toFixed(1)} s`)
    if (problems.length > 0) process.exitCode = 1
    return { ok: true }
  } finally {
    line.end()
    await reading.close()
  }
})
