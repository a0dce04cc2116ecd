import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createJobProcesses } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'interline-jobs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Processes that run `body` with the job they are given as `job`. A job names the file that every start is noted in. */
function processes(name: string, body: string) {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(
    path,
    `import { appendFileSync, readFileSync } from 'node:fs'
process.once('message', (job) => {
  appendFileSync(job.starts, 'x')
  ${body}
})`,
  )
  const starts = join(folder, `${name}.starts`)
  const { run } = createJobProcesses<{ starts: string }, string>({ name, path, atOnce: 1, perPerson: 1, time: 20_000, heapMb: 64 })
  return { run: () => run({ starts }, 'ada'), started: () => readFileSync(starts, 'utf8').length }
}

test('an answer counts when its process ends right after it', async () => {
  const { run, started } = processes('answers', "process.send({ result: 'x'.repeat(4_000_000) }, () => process.exit(1))")
  expect(await run()).toEqual({ ok: true, result: 'x'.repeat(4_000_000) })
  expect(started()).toBe(1)
})

test('a process that ends without a word is started once more', async () => {
  const once = "if (readFileSync(job.starts, 'utf8').length === 1) process.exit(1)\n  process.send({ result: 'read' })"
  const { run, started } = processes('ends-once', once)
  expect(await run()).toEqual({ ok: true, result: 'read' })
  expect(started()).toBe(2)
})

test('one that ends without a word again has failed', async () => {
  const { run, started } = processes('ends-always', 'process.exit(1)')
  expect(await run()).toEqual({ ok: false, failure: 'failed' })
  expect(started()).toBe(2)
})

test('what went wrong inside is not tried again', async () => {
  const { run, started } = processes('fails', "process.send({ failed: { name: 'Error', stack: 'Error: broken' } })")
  expect(await run()).toEqual({ ok: false, failure: 'failed' })
  expect(started()).toBe(1)
})
