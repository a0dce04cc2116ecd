const PREFIX = 'interline-page-'

/**
 * Tells the other pages of this browser that this one is alive and will send its changes itself. Held only while there
 * are any: a browser does not put pages to sleep that hold a lock.
 */
export class PageLock {
  /** Name of this page; new with every load. */
  readonly page = crypto.randomUUID()
  #release: (() => void) | null = null

  hold(): void {
    if (this.#release || !locks()) return
    const held = new Promise<void>((resolve) => {
      this.#release = resolve
    })
    locks()
      ?.request(PREFIX + this.page, () => held)
      .catch(() => {})
  }

  release(): void {
    this.#release?.()
    this.#release = null
  }

  /** Pages of this browser that are alive and have changes to send; null where browsers do not tell (plain http). */
  async alive(): Promise<Set<string> | null> {
    const { held = [] } = (await locks()?.query()) ?? {}
    if (!locks()) return null
    return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])).concat(this.page))
  }
}

function locks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks
}
