import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lockDirectory } from './lock.ts'

const root = mkdtempSync(join(tmpdir(), 'interline-lock-'))
const directory = join(root, 'pg')
afterEach(() => rmSync(`${directory}.lock`, { force: true }))

test('a second taker is refused with the pid of the first, and may have it after release', () => {
  const release = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(`is in use by process ${process.pid}`)
  release()
  expect(existsSync(`${directory}.lock`)).toBe(false)
  lockDirectory(directory)()
})

test('the lock of a process that is gone is taken over', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  writeFileSync(`${directory}.lock`, `${child.pid}:12345`)
  const release = lockDirectory(directory)
  expect(readFileSync(`${directory}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid}:`))
  release()
})

test('a pid that another program uses by now does not count', () => {
  writeFileSync(`${directory}.lock`, `${process.pid}:1`)
  lockDirectory(directory)()
})
