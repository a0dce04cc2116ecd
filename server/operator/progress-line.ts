/** A line on a terminal that says how far the work is and is written over; nothing where nobody watches. */
export class ProgressLine {
  #last = 0

  say(words: string): void {
    const now = performance.now()
    if (!process.stderr.isTTY || now - this.#last < 100) return
    this.#last = now
    process.stderr.write(`\r\u001b[K${words}`)
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  }
}
