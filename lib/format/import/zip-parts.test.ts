import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tinyZip } from '#/tests/support/tiny-zip.ts'
import { readZipParts } from './zip-parts.ts'

const all = () => true

test('names and wanted parts', async () => {
  const zip = await readZipParts(tinyZip({ 'a.xml': 'A', 'b/c.xml': 'C' }), (name) => name === 'a.xml')
  expect(zip).toMatchObject({ ok: true, names: new Set(['a.xml', 'b/c.xml']) })
  expect(zip.ok && Array.from(zip.parts.keys())).toEqual(['a.xml'])
})

test.each(['../evil.txt', '/etc/passwd', 'C:\\evil.txt'])('a name that leaves the archive is refused: %s', async (name) => {
  expect(await readZipParts(tinyZip({ [name]: 'x' }), all)).toMatchObject({ ok: false, reason: 'corrupt' })
})

test('too many entries', async () => {
  const files = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.xml`, '']))
  expect(await readZipParts(tinyZip(files), all)).toMatchObject({ ok: false, reason: 'too-large' })
})

/** An archive of one deflated entry that claims to inflate to `claimed` bytes. */
function deflated(content: Uint8Array, claimed = content.length): Uint8Array {
  const packed = deflateRawSync(content)
  const zip = Buffer.from(tinyZip({ 'a.xml': packed }))
  const directory = zip.indexOf('PK\x01\x02', 0, 'latin1')
  for (const [at, isCentral] of [
    [0, false],
    [directory, true],
  ] as const) {
    const shift = at + (isCentral ? 2 : 0)
    zip.writeUInt16LE(8, shift + 8) // deflated
    zip.writeUInt32LE(claimed, shift + 22)
  }
  return new Uint8Array(zip)
}

test('a bomb is stopped while it inflates', async () => {
  const bomb = deflated(new Uint8Array(201 * 1024 * 1024))
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await readZipParts(bomb, all)).toMatchObject({ ok: false, reason: 'too-large' })
})

test('an entry that inflates to more than it claims is corrupt', async () => {
  expect(await readZipParts(deflated(new Uint8Array(5000), 10), all)).toMatchObject({ ok: false, reason: 'corrupt' })
  expect(await readZipParts(deflated(new Uint8Array(5000)), all)).toMatchObject({ ok: true })
})
