import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Mark } from './manifest.ts'

/** Lines on their way through gzip into a file; waits when the disk is slower than the database. */
export class LineFile {
  readonly #gzip = createGzip()
  readonly #file
  readonly #done: Promise<void>

  constructor(path: string) {
    this.#file = createWriteStream(path, { mode: 0o600, flags: 'wx' })
    this.#gzip.pipe(this.#file)
    this.#file.once('error', (error) => this.#gzip.destroy(error))
    this.#gzip.on('error', () => {}) // the file's own error, thrown by the next write
    this.#done = finished(this.#file)
    this.#done.catch(() => {}) // said by the write that fails, or by `end`
  }

  mark(mark: Mark): Promise<void> {
    return this.write(`#${JSON.stringify(mark)}\n`)
  }

  async write(text: string): Promise<void> {
    if (this.#gzip.errored) throw this.#gzip.errored
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, 'drain'), this.#done])
  }

  async end(): Promise<void> {
    this.#gzip.end()
    await this.#done
  }

  abort(): void {
    this.#gzip.destroy()
    this.#file.destroy()
  }
}
