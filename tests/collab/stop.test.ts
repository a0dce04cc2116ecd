import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import type { ProcessOptions, ProcessStarted } from '#/tests/support/collab-process.ts'
import { testDatabase } from '#/tests/support/database.ts'
import type { Faults } from '#/tests/support/fault-switch.ts'
import { freePort } from '#/tests/support/free-port.ts'
import { type SpawnedCollab, spawnCollab } from '#/tests/support/spawn-collab.ts'
import { until } from '#/tests/support/until.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'interline-stop-'))
const tabs: CollabClient[] = []
let running: SpawnedCollab | null = null

afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await running?.end('SIGKILL')
  running = null
  rmSync(folder, { recursive: true, force: true })
})

/** A server on which somebody has a document open, everything saved. */
async function withEditor() {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')
  const url = process.env.TEST_DATABASE_URL && (database.pool.options.connectionString as string)
  const where: Partial<ProcessOptions> = url ? { url } : { dataDir: join(folder, 'pg'), snapshot: inject('snapshot') }
  running = await spawnCollab({ ...where, port: await freePort(), editors: 1 })
  const { started } = running
  const tab = openTab(started, started.people[0] as ProcessStarted['people'][number])
  tabs.push(tab)
  const room = await openRoom(tab, started.document?.text ?? '')
  room.doc.getText(TEXT_NAME).insert(1, 'saved ')
  await saved(tab)
  return { server: running, tab, type: (words: string) => room.doc.getText(TEXT_NAME).insert(1, words) }
}

const fail = (server: SpawnedCollab, faults: Faults) => server.ask({ do: 'faults', faults })

test('a commit that never ends does not keep the process, which says that something was left', { timeout: 60_000 }, async () => {
  const { server, tab, type } = await withEditor()
  await fail(server, { writes: 'hang' })
  type('never saved ')
  await until('it is on its way', () => tab.status.state === 'saving')
  const since = performance.now()
  expect(await server.end('SIGTERM')).toBe(1)
  const tookMs = performance.now() - since
  expect(tookMs).toBeLessThan(15_000)
  expect(server.log()).toContain('"stop.step-late","step":"commits"')
  expect(tab.status.state).not.toBe('saved')
})

test('a process with nothing left to write ends with 0', { timeout: 60_000 }, async () => {
  const { server } = await withEditor()
  const since = performance.now()
  expect(await server.end('SIGTERM')).toBe(0)
  expect(performance.now() - since).toBeLessThan(10_000)
})

test('Ctrl-C twice in the same moment is one, and a second one later ends a process that hangs', { timeout: 60_000 }, async () => {
  const { server, tab, type } = await withEditor()
  await fail(server, { writes: 'hang' })
  type('never saved ')
  await until('it is on its way', () => tab.status.state === 'saving')
  process.kill(server.pid, 'SIGINT')
  process.kill(server.pid, 'SIGINT')
  await until('it is stopping', () => server.log().includes('"stopping"'))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(server.log()).not.toContain('"step":"commits"')
  process.kill(server.pid, 'SIGINT')
  await until('it is gone', () => !isAlive(server.pid), 2000)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
