import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHistory } from '#/server/jobs/history.ts'
import { askServer } from '#/server/operator/ask-server.ts'
import { type OperatorChannel, startOperatorChannel } from '#/server/operator/channel.ts'
import type { OperatorDeps } from '#/server/operator/command.ts'
import { socketPath } from '#/server/operator/socket-path.ts'
import { testDatabase } from '#/tests/support/database.ts'

const database = testDatabase()
let dataDir: string
let deps: OperatorDeps
let channel: OperatorChannel | null = null

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'interline-operator-'))
  deps = { database, history: createHistory(database.db), collab: null, origin: 'http://interline.test', dataDir }
})
afterEach(async () => {
  await channel?.stop()
  channel = null
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the socket says to a request that no script of ours would send. */
function raw(path: string, method: string, body = ''): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: socketPath(dataDir) as string, path, method }, async (response) =>
      resolve({ status: response.statusCode, body: await text(response) }),
    )
    asking.once('error', reject).end(body)
  })
}

test('a script is answered by the running server, and told when there is none', async () => {
  expect(await askServer(dataDir, 'status', {})).toBeNull()
  channel = await startOperatorChannel(deps)
  expect(await askServer(dataDir, 'status', {})).toEqual({ ok: true, pid: process.pid, database: database.kind, isServing: false })
  await channel?.stop()
  expect(await askServer(dataDir, 'status', {})).toBeNull()
})

test('only the user of the installation can open the socket', async () => {
  channel = await startOperatorChannel(deps)
  const path = socketPath(dataDir) as string
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
})

test('a socket that a killed process left behind is replaced, one that answers is not', async () => {
  const path = socketPath(dataDir) as string
  channel = await startOperatorChannel(deps)
  expect(await startOperatorChannel(deps)).toBeNull()
  expect(await askServer(dataDir, 'status', {})).toMatchObject({ ok: true })
  await channel?.stop()
  const killed = spawn(process.execPath, [
    '-e',
    'require("node:net").createServer().listen(process.argv[1], () => console.log("up"))',
    path,
  ])
  await once(killed.stdout, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  expect(existsSync(path)).toBe(true)
  expect(await askServer(dataDir, 'status', {})).toBeNull()
  channel = await startOperatorChannel(deps)
  expect(await askServer(dataDir, 'status', {})).toMatchObject({ ok: true })
})

test('what is no command, or no input for one, changes nothing and is answered', async () => {
  channel = await startOperatorChannel(deps)
  expect((await raw('/status', 'GET')).status).toBe(400)
  expect((await raw('/toString', 'POST', '{}')).status).toBe(400)
  expect((await raw('/status', 'POST', '{"')).status).toBe(400)
  expect((await raw('/status', 'POST', '7')).status).toBe(400)
  expect(await askServer(dataDir, 'status', {})).toMatchObject({ ok: true })
})

test('a path too long for a socket is no path', () => {
  expect(socketPath(`/${'long'.repeat(40)}`)).toBeNull()
  expect(socketPath('/data')).toBe('/data/operator/socket')
})
