// npm run doc-at -- <document id or title> <time> [--as txt|html|json] [--to <file>] [--into-new]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCommand } from '#/server/operator/run-command.ts'
import { runScript } from '#/server/operator/run-script.ts'

const USAGE = `npm run doc-at -- <document id or title> <time> [--as txt|html|json] [--to <file>] [--into-new]
The time as in "2026-11-22 14:05" (of this machine) or 2026-11-22T14:05:00Z.`
const FORMATS = ['txt', 'html', 'json'] as const

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string', default: 'txt' }, to: { type: 'string' }, 'into-new': { type: 'boolean', default: false } },
  })
  const [document, time] = positionals
  const at = new Date((time ?? '').replace(' ', 'T'))
  const as = FORMATS.find((format) => format === values.as)
  if (!document || positionals.length !== 2 || Number.isNaN(at.getTime()) || !as) return { ok: false, message: USAGE }
  const answer = await runCommand('doc-at', { document, at: at.toISOString(), as: values['into-new'] ? 'new' : as })
  if (!answer.ok) return answer
  if (answer.madeId)
    console.log(`"${answer.title}" as it was after its change of ${answer.lastChange} is a document of its own now: ${answer.madeId}`)
  else if (values.to) writeFileSync(values.to, answer.content, { mode: 0o600, flag: 'wx' })
  else process.stdout.write(answer.content)
  return answer
})
