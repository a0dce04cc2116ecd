// npm run archive -- <workspace> --to <file>, or npm run archive -- --from <file> --owner <email>
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeArchive } from '#/server/archive/write-archive.ts'
import { loadSettings } from '#/server/operator/load-settings.ts'
import { openReading } from '#/server/operator/open-reading.ts'
import { ProgressLine } from '#/server/operator/progress-line.ts'
import { runCommand } from '#/server/operator/run-command.ts'
import { runScript } from '#/server/operator/run-script.ts'

const USAGE = `npm run archive -- <workspace> --to <file>
  everything in one workspace, by its id or exact name, as one file, while people work
npm run archive -- --from <file> --owner <email>
  loads such a file beside what is here; the workspace will belong to that account`

await runScript(async () => {
  const options = { to: { type: 'string' }, from: { type: 'string' }, owner: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const { to, from, owner } = values
  const [workspace] = positionals
  if (from && owner && !workspace && !to) {
    const loaded = await runCommand('load-archive', { file: resolve(from), email: owner })
    if (loaded.ok) console.log(`“${loaded.name}” is here: ${loaded.documents} documents, ${loaded.rows} rows.`)
    return loaded
  }
  if (!workspace || !to || from || owner) return { ok: false, message: USAGE }
  const settings = loadSettings()
  const reading = await openReading(settings)
  if (!reading.ok) return reading
  const line = new ProgressLine()
  let before = { table: '', rows: 0, all: 0 }
  const say = (table: string, rows: number) => {
    before = { table, rows, all: before.all + rows - (table === before.table ? before.rows : 0) }
    line.say(`${table}: ${rows} rows`)
    // To the server, when it asked for this.
    process.send?.({ rows: before.all })
  }
  const done = await writeArchive(reading.database, {
    wanted: workspace,
    to,
    secret: process.env.NEXTAUTH_SECRET ?? '',
    progress: say,
  }).finally(() => [line.end(), reading.close()])
  if (done.ok) console.log(`${done.file}: “${done.name}”, ${done.rows} rows, ${(done.bytes / 1e6).toFixed(1)} MB; read back and sound.`)
  return done
})
