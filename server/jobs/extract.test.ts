import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tinyDocx } from '#/tests/support/tiny-docx.ts'
import { createExtraction } from './extract.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('files and pasted text are read in processes of their own, more than may run at once', async () => {
  const { extract } = createExtraction({ atOnce: 2 })
  const docx = new Uint8Array(readFileSync('tests/fixtures/import/briefing.docx'))
  const results = await Promise.all([
    extract({ fileName: 'a.docx', bytes: docx }, 'ada'),
    extract({ fileName: 'a.txt', bytes: bytes('One') }, 'ada'),
    extract({ fileName: 'b.txt', bytes: bytes('') }, 'ada'),
    extract({ pasted: { text: 'Two' } }, 'ada'),
  ])
  expect(results).toMatchObject([{ format: 'docx' }, { format: 'txt' }, { reason: 'empty' }, { format: 'paste' }])
  expect(docx.length).toBeGreaterThan(0)
})

test('a file that takes too long is ended', async () => {
  const { extract } = createExtraction({ time: 1 })
  expect(await extract({ fileName: 'a.txt', bytes: bytes('word '.repeat(1_000_000)) }, 'ada')).toMatchObject({
    ok: false,
    reason: 'timed-out',
  })
})

test('a file that takes too much memory is ended, and the next one is read', async () => {
  const { extract } = createExtraction({ atOnce: 1, heapMb: 48 })
  const hostile = tinyDocx({ body: '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(100_000) })
  expect(await extract({ fileName: 'a.docx', bytes: hostile }, 'ada')).toMatchObject({ ok: false, reason: 'too-complex' })
  expect(await extract({ fileName: 'a.txt', bytes: bytes('One') }, 'ada')).toMatchObject({ ok: true })
})

test('a file nested too deep for its reader is refused', async () => {
  const { extract } = createExtraction()
  const open = '<w:tbl><w:tr><w:tc>'
  const close = '</w:tc></w:tr></w:tbl>'
  const hostile = tinyDocx({ body: open.repeat(20_000) + close.repeat(20_000) })
  expect(await extract({ fileName: 'a.docx', bytes: hostile }, 'ada')).toMatchObject({ ok: false })
})

test('stopping ends what runs and refuses what waits', async () => {
  const extraction = createExtraction({ atOnce: 1 })
  const jobs = [1, 2].map(() => extraction.extract({ fileName: 'a.txt', bytes: bytes('word '.repeat(1_000_000)) }, 'ada'))
  await extraction.stop()
  expect(await Promise.all(jobs)).toMatchObject([
    { ok: false, reason: 'interrupted' },
    { ok: false, reason: 'interrupted' },
  ])
})
