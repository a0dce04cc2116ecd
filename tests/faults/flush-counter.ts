// Preloaded into a server's process and its threads: appends a byte to the file `?file=` for every flush to disk.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const file = fs.openSync(new URL(import.meta.url).searchParams.get('file') ?? '', 'a')
for (const name of ['fsyncSync', 'fdatasyncSync'] as const) {
  const flush = fs[name]
  fs[name] = (fd) => {
    flush(fd)
    fs.writeSync(file, '.')
  }
}
syncBuiltinESMExports()
