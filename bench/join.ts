// Twenty people open a document with 10,000 statements at the same moment: until the last of them has it all.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { type Figure, median } from './figure.ts'
import { withServer } from './sync/measure.ts'
import { Person } from './sync/person.ts'
import { goFirst } from './sync/priority.ts'

const PEOPLE = 20
const STATEMENTS = 10_000
const ROUNDS = 3

/** Each round on a server that was just started: the first to come also waits for the room to be read from the database. */
export async function run(): Promise<Figure[]> {
  goFirst(process.pid)
  const rounds: { lastMs: number; applyMs: number; bytes: number }[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'interline-join-'))
    try {
      const options = { kind: 'embedded' as const, people: PEOPLE, statements: STATEMENTS, dataDir: join(folder, 'pg'), url: '' }
      const result = await withServer(options, async (server) => {
        const people = server.cookies.map((cookie) => new Person(server, cookie, new Map()))
        await Promise.all(people.map((person) => person.opened))
        const start = performance.now()
        const contents = await Promise.all(people.map((person) => person.receive()))
        const lastMs = performance.now() - start
        for (const person of people) person.leave()
        const applying = performance.now()
        const doc = new Y.Doc()
        for (const update of contents[0] ?? []) Y.applyUpdate(doc, update)
        if (doc.getMap('annotation').size !== STATEMENTS) throw new Error(`Only ${doc.getMap('annotation').size} statements arrived`)
        return { lastMs, applyMs: performance.now() - applying, bytes: contents[0]?.[0]?.length ?? 0 }
      })
      rounds.push(result)
      const size = (result.bytes / 1e6).toFixed(1)
      console.log(
        `round ${round}: ${size} MB each; the last had it after ${result.lastMs.toFixed(0)} ms, and applied after ${result.applyMs.toFixed(0)} ms more`,
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  // Each of them has a computer of their own, so one application counts.
  const value = median(rounds.map((round) => round.lastMs + round.applyMs))
  return [{ name: 'join-20-people-10000-statements', value, unit: 'ms', goal: { bound: '<=', value: 3000 } }]
}
