import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createArchiveWriting } from './write-in-process.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interline-archives-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('two archives are written at a time, and those that wait have their turn, whatever becomes of the others', async () => {
  const script = join(folder, 'writes.mjs')
  const seen = join(folder, 'seen')
  await writeFile(
    script,
    `import { appendFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(seen)}, '+')
    await new Promise((resolve) => setTimeout(resolve, 50))
    appendFileSync(${JSON.stringify(seen)}, '-')
    process.exit(process.argv[2] === 'w1' ? 1 : 0)`,
  )
  const writing = createArchiveWriting({ dataDir: folder, script })
  const written = await Promise.all([0, 1, 2, 3, 4].map((n) => writing.write(`w${n}`, join(folder, `${n}`), () => {})))
  expect(written).toEqual([true, false, true, true, true])
  let underWay = 0
  const most = Math.max(...[...(await readFile(seen, 'utf8'))].map((sign) => (underWay += sign === '+' ? 1 : -1)))
  expect(most).toBeLessThanOrEqual(2)
  await writing.stop()
  expect(await writing.write('w0', join(folder, 'late'), () => {})).toBe(false)
})
