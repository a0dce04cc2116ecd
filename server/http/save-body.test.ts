import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveBody } from './save-body.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interline-body-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A request whose body comes in parts. */
function sending(parts: readonly string[]): Request {
  const body = Readable.toWeb(Readable.from(parts.map((part) => new TextEncoder().encode(part))))
  return new Request('http://desk.example', { method: 'POST', body, duplex: 'half' } as unknown as RequestInit)
}

test('of two bodies that are sent to one file at once, one is there, whole', async () => {
  const path = join(folder, 'sent')
  const bodies = ['a', 'b'].map((letter) => Array<string>(50).fill(letter.repeat(1000)))
  const saved = await Promise.all(bodies.map((parts) => saveBody(sending(parts), path, 1e6)))
  expect(saved).toEqual([
    { ok: true, bytes: 50_000 },
    { ok: true, bytes: 50_000 },
  ])
  expect(bodies.map((parts) => parts.join(''))).toContain(await readFile(path, 'utf8'))
})

test('a body that is too long leaves nothing behind', async () => {
  const path = join(folder, 'long')
  expect(await saveBody(sending(['12345', '67890', '!']), path, 10)).toEqual({ ok: false, reason: 'too-large' })
  expect(await readdir(folder)).toEqual(['sent'])
})
