import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { zipStream } from './zip-stream.ts'

/** The files of an archive, read by another program; it checks sizes and checksums. */
async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  )
  const files = new Map<string, Buffer>()
  for await (const entry of entriesOf(zip)) {
    const parts: Buffer[] = []
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    )
    for await (const part of stream) parts.push(part as Buffer)
    files.set(entry.fileName, Buffer.concat(parts))
  }
  return files
}

async function* entriesOf(zip: import('yauzl').ZipFile): AsyncGenerator<import('yauzl').Entry> {
  for (;;) {
    const entry = await new Promise<import('yauzl').Entry | null>((resolve, reject) => {
      zip
        .once('entry', resolve)
        .once('end', () => resolve(null))
        .once('error', reject)
      zip.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

test('archives are read back by another program as they were written', async () => {
  const file = fc.record({ chunks: fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 6 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 5 }), async (files) => {
      const entries = files.map(({ chunks }, i) => ({ path: `folder/${i}.bin`, chunks: eventually(...chunks) }))
      const read = await unzip(await collectBytes(zipStream(entries)))
      expect([...read.keys()]).toEqual(entries.map((entry) => entry.path))
      for (const [i, { chunks }] of files.entries()) expect(read.get(`folder/${i}.bin`)?.equals(Buffer.concat(chunks))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('texts are UTF-8', async () => {
  const read = await unzip(await collectBytes(zipStream([{ path: 'a.txt', chunks: ['żółw ', 'مرحبا'] }])))
  expect(read.get('a.txt')?.toString()).toBe('żółw مرحبا')
})

test('a source that fails makes the archive fail', async () => {
  async function* broken() {
    yield 'a'
    throw new Error('The database went away')
  }
  await expect(collectBytes(zipStream([{ path: 'a', chunks: broken() }]))).rejects.toThrow('The database went away')
})

test('an abandoned archive stops its source', async () => {
  let stopped = false
  async function* endless() {
    try {
      for (;;) yield new Uint8Array(100_000).map(() => Math.random() * 256)
    } finally {
      stopped = true
    }
  }
  let chunks = 0
  for await (const _ of zipStream([{ path: 'a', chunks: endless() }])) if (++chunks > 3) break
  await new Promise((resolve) => setImmediate(resolve))
  expect(stopped).toBe(true)
})
