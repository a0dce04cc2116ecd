import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import type { ProcessOptions, ProcessStarted } from '#/tests/support/collab-process.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { freePort } from '#/tests/support/free-port.ts'
import { type SpawnedCollab, spawnCollab } from '#/tests/support/spawn-collab.ts'
import { until } from '#/tests/support/until.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'interline-kill-'))
const tabs: CollabClient[] = []
let running: SpawnedCollab | null = null

afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await running?.end('SIGKILL')
  running = null
  rmSync(folder, { recursive: true, force: true })
})

async function start(port: number, editors: number): Promise<SpawnedCollab> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')
  const url = process.env.TEST_DATABASE_URL && (database.pool.options.connectionString as string)
  const where: Partial<ProcessOptions> = url ? { url } : { dataDir: join(folder, 'pg'), snapshot: inject('snapshot') }
  running = await spawnCollab({ ...where, port, editors })
  return running
}

/** Somebody who types one numbered word after the other. */
class Typist {
  readonly name: string
  readonly tab: CollabClient
  readonly room: CollabRoom
  #typed = 0
  #timer: NodeJS.Timeout | null = null

  constructor(name: string, tab: CollabClient, room: CollabRoom) {
    this.name = name
    this.tab = tab
    this.room = room
  }

  start() {
    this.#timer = setInterval(() => {
      const text = this.room.doc.getText(TEXT_NAME)
      text.insert(text.length, ` ${this.name}${++this.#typed}.`)
    }, 4)
  }

  stop() {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** Words the server said it has. */
  get acknowledged(): string[] {
    return this.#words(this.room.status.acknowledged)
  }

  get typed(): string[] {
    return this.#words(this.#typed)
  }

  #words(count: number): string[] {
    return Array.from({ length: count }, (_, at) => `${this.name}${at + 1}.`)
  }
}

async function typists(prefix: string, { people, document, ...server }: ProcessStarted): Promise<Typist[]> {
  return Promise.all(
    people.map(async (person, at) => {
      const tab = openTab(server, person)
      tabs.push(tab)
      return new Typist(`${prefix}${'abc'[at]}`, tab, await openRoom(tab, document?.text ?? ''))
    }),
  )
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

test('whatever was acknowledged survives the kill of the server, though everybody who could repair it is gone', async () => {
  const port = await freePort()
  const first = await start(port, 3)
  const expected: string[] = []
  for (const round of ['r', 's', 't']) {
    const people = await typists(round, first.started)
    for (const person of people) person.start()
    await until('some work is acknowledged', () => people.every((person) => person.acknowledged.length > 20))
    await running?.end('SIGKILL')
    for (const person of people) person.stop()
    expected.push(...people.flatMap((person) => person.acknowledged))
    await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
    await start(port, 0)
  }
  const reader = openTab(first.started, first.started.people[0] as ProcessStarted['people'][number])
  tabs.push(reader)
  const room = await openRoom(reader, first.started.document?.text ?? '')
  const counts = countWords(canonicalText(room.doc.getText(TEXT_NAME)))
  expect(expected.length).toBeGreaterThan(180)
  expect(expected.filter((word) => counts.get(word) !== 1)).toEqual([])
}, 120_000)

test('people who type on through a kill lose nothing, double nothing and end with the same text', async () => {
  const port = await freePort()
  const { started } = await start(port, 2)
  const people = await typists('w', started)
  for (const person of people) person.start()
  for (let kill = 0; kill < 2; kill++) {
    await until('work is acknowledged', () => people.every((person) => person.room.status.isSynced && person.room.status.acknowledged > 10))
    await running?.end('SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await start(port, 0)
  }
  await until('everybody is back', () => people.every((person) => person.room.status.isSynced))
  for (const person of people) person.stop()
  await Promise.all(people.map((person) => saved(person.tab)))
  const [a, b] = people.map((person) => person.room.doc.getText(TEXT_NAME))
  await until('both have the same text', () => a?.toString() === b?.toString())
  const counts = countWords(a ? canonicalText(a) : '')
  expect(people.flatMap((person) => person.typed).filter((word) => counts.get(word) !== 1)).toEqual([])
}, 120_000)

test('a server that is told to stop ends by itself, soon, with everything acknowledged in the log', async () => {
  const port = await freePort()
  const { started } = await start(port, 2)
  const people = await typists('v', started)
  for (const person of people) person.start()
  await until('work is acknowledged', () => people.every((person) => person.acknowledged.length > 20))
  const since = Date.now()
  expect(await running?.end('SIGTERM')).toBe(0)
  expect(Date.now() - since).toBeLessThan(10_000)
  for (const person of people) person.stop()
  const expected = people.flatMap((person) => person.acknowledged)
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await start(port, 0)
  const reader = openTab(started, started.people[0] as ProcessStarted['people'][number])
  tabs.push(reader)
  const room = await openRoom(reader, started.document?.text ?? '')
  const counts = countWords(canonicalText(room.doc.getText(TEXT_NAME)))
  expect(expected.filter((word) => counts.get(word) !== 1)).toEqual([])
}, 60_000)
