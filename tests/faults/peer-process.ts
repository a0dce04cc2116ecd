// A bare Hocuspocus with its database extension in a process of its own, on the same database as the product: what one gets
// without doing more. Argument: JSON of `ProcessOptions`; prints `STARTED` and ends like `collab-process.ts`.
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Database as DatabaseExtension } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import type pg from 'pg'
import { encodeStateAsUpdate } from 'yjs'
import { openDatabase } from '#/db/client.ts'
import { newId } from '#/lib/id.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import type { Command, ProcessOptions, ProcessStarted } from '#/tests/support/collab-process.ts'
import { FaultSwitch } from '#/tests/support/fault-switch.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions
const isNew = options.dataDir ? !existsSync(`${options.dataDir}/PG_VERSION`) : false
const snapshot = isNew && options.snapshot ? new Uint8Array(readFileSync(options.snapshot)) : undefined
const { pool } = await openDatabase({ url: options.url, dataDir: options.dataDir, snapshot, migrate: false })
const faults = new FaultSwitch(pool)
await pool.query('create table if not exists peer_documents (name text primary key, state bytea not null)')

const store = (name: string, state: Uint8Array): Promise<pg.QueryResult> =>
  pool.query('insert into peer_documents values ($1, $2) on conflict (name) do update set state = excluded.state', [name, state])

const server = new Server({
  port: options.port,
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new DatabaseExtension({
      async fetch({ documentName }) {
        const { rows } = await pool.query<{ state: Buffer }>('select state from peer_documents where name = $1', [documentName])
        return rows[0] ? new Uint8Array(rows[0].state) : null
      },
      async store({ documentName, state }) {
        await store(documentName, state)
      },
    }),
  ],
  async onAuthenticate() {
    if (options.sessionDelayMs) await new Promise((resolve) => setTimeout(resolve, options.sessionDelayMs))
  },
})
await server.listen()

async function answer(command: Command): Promise<unknown> {
  if (command.do === 'faults') return faults.set(command.faults)
  const [id, layerId] = [newId(), newId()]
  const [text, layer] = [`text/${id}`, `layer/${layerId}`]
  await store(text, encodeStateAsUpdate(createTextDoc([{ type: 'paragraph', spans: [{ text: command.words }] }])))
  return { id, layerId, text, layer }
}

const url = `ws://127.0.0.1:${options.port}/`
const started: ProcessStarted = { url, origin: '', people: [] }
if (options.editors > 0) {
  started.workspaceId = newId()
  for (let i = 0; i < options.editors; i++)
    started.people.push({ user: { id: newId(), name: `Person ${i}`, email: `${i}@example.org` }, cookie: '' })
}
createInterface({ input: process.stdin })
  .on('line', async (line) => process.stdout.write(`ANSWER ${JSON.stringify((await answer(JSON.parse(line))) ?? null)}\n`))
  .on('close', () => process.exit(0))
process.stdout.write(`STARTED ${JSON.stringify(started)}\n`)
