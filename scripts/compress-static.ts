// After `next build`: writes <file>.br beside every script and style that browsers get, which server/http/packed-files.ts
// sends in its place. Brotli at its highest is too slow for every request and a fifth smaller than gzip.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const folder = join(import.meta.dirname, '../.next/static')
let [before, after] = [0, 0]
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:js|css)$/.test(name)) continue
  const path = join(folder, name)
  const bytes = readFileSync(path)
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  writeFileSync(`${path}.br`, packed)
  before += bytes.length
  after += packed.length
}
console.log(`Packed scripts and styles: ${Math.round(before / 1000)} KB to ${Math.round(after / 1000)} KB`)
