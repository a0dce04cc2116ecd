// npm run backup [-- --to <file or folder>]: everything in the database as one file, while people work.
import { parseArgs } from 'node:util'
import { backUp } from '#/server/backup/back-up.ts'
import { loadSettings } from '#/server/operator/load-settings.ts'
import { ProgressLine } from '#/server/operator/progress-line.ts'
import { runScript } from '#/server/operator/run-script.ts'

await runScript(async () => {
  const { values } = parseArgs({
    options: { to: { type: 'string', default: process.env.BACKUP_DIR ? `${process.env.BACKUP_DIR}/` : './' } },
  })
  const line = new ProgressLine()
  const done = await backUp(loadSettings(), values.to, (table, rows) => line.say(`${table}: ${rows} rows`)).finally(() => line.end())
  if (!done.ok) return done
  const { file, bytes, rows, seconds, manifest } = done
  console.log(
    `${file}: ${rows} rows in ${manifest.tables.length} tables, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s; read back and sound.`,
  )
  console.log('It holds everything people wrote, and nothing that opens it: keep it where only you can read it.')
  if (manifest.sealedSecrets > 0)
    console.log(
      `${manifest.sealedSecrets} people sign in with a second factor, which opens with the secret of this installation only. ` +
        'Keep a copy of DATA_DIR/secret (or NEXTAUTH_SECRET), in another place than the backup.',
    )
  return done
})
