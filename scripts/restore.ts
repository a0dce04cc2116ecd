// npm run restore -- <file> --to-new [--data-dir <folder> | --database-url <url>] [--keep-sessions]
import { parseArgs } from 'node:util'
import { restoreTo } from '#/server/backup/restore-to.ts'
import { ProgressLine } from '#/server/operator/progress-line.ts'
import { runScript } from '#/server/operator/run-script.ts'

const USAGE = `npm run restore -- <file> --to-new (--data-dir <folder> | --database-url <url>) [--keep-sessions]
Loads a backup into a new place; a database that holds anything is never touched.`

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'to-new': { type: 'boolean' },
      'data-dir': { type: 'string' },
      'database-url': { type: 'string' },
      'keep-sessions': { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  const { 'data-dir': dataDir, 'database-url': databaseUrl, 'keep-sessions': keepSessions } = values
  if (!file || !values['to-new'] || (dataDir === undefined) === (databaseUrl === undefined)) return { ok: false, message: USAGE }
  const line = new ProgressLine()
  const target = databaseUrl ? { databaseUrl } : { dataDir: dataDir as string }
  const done = await restoreTo(target, file, { keepSessions, progress: (table, rows) => line.say(`${table}: ${rows} rows`) }).finally(() =>
    line.end(),
  )
  if (!done.ok) return done
  const { header, manifest, generation, seconds } = done
  for (const { name, rows } of manifest.tables) if (rows > 0) console.log(`${String(rows).padStart(9)}  ${name}`)
  console.log(
    `Restored what was there on ${header.made}, in ${seconds.toFixed(1)} s, each table compared with the backup. Generation ${generation}.`,
  )
  console.log(keepSessions ? 'Sessions were kept.' : 'Everybody has to sign in again.')
  if (manifest.sealedSecrets > 0)
    console.log(
      `${manifest.sealedSecrets} people have a second factor: put the secret of the old installation in place (DATA_DIR/secret) before you start.`,
    )
  console.log(`Start with it: ${databaseUrl ? 'DATABASE_URL=<the same address>' : `DATA_DIR=${dataDir}`} npm start`)
  return done
})
