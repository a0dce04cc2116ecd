import type * as Y from 'yjs'
import type { StateNotice } from '#/lib/collab/notice.ts'
import { hashSteps, type StateHash } from '#/lib/collab/state-hash.ts'

/** Nothing changes for so long before a copy is compared, ms. */
const QUIET_MS = 2000
const LOOK_EVERY_MS = 1000
/** After another handshake a copy is compared again this soon, ms. */
const AGAIN_AFTER_MS = 3000
/** How often a copy is compared at most, ms. */
export const COMPARE_EVERY_MS = 30_000

interface IntegrityOptions {
  doc: Y.Doc
  everyMs: number
  /** In step with the server, and nothing on its way there. */
  isSettled(): boolean
  say(notice: StateNotice): void
  /** Shakes hands again: each side gets what it lacks. */
  resync(): void
  /** The copy here is not what the server has, and never will be. */
  onDiffers(): void
}

/**
 * Compares this copy of a room with the server's: when it has been quiet for a moment, at most every 30 s, and only when
 * something changed since both were last found equal. The hash is computed in small steps while the browser has nothing
 * better to do. See server/collab/state-check.ts for the other side.
 */
export class Integrity {
  readonly #options: IntegrityOptions
  readonly #onUpdate = () => this.#changed()
  #version = 0
  #changedAt = performance.now()
  #comparedAt = Number.NEGATIVE_INFINITY
  /** The last hash of this copy, and of which version. */
  #own: (StateHash & { version: number }) | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #isDestroyed = false

  constructor(options: IntegrityOptions) {
    this.#options = options
    options.doc.on('update', this.#onUpdate)
    this.#look()
  }

  /** What the server says of its copy, in answer to ours. */
  hear({ vector, hash }: StateHash): void {
    const own = this.#own
    if (!own || own.version !== this.#version || !this.#options.isSettled()) return
    if (own.hash === hash && own.vector === vector) this.#rest()
    else if (own.vector === vector) this.#options.say({ type: 'state', vector, hash: own.hash, against: hash })
    else {
      this.#comparedAt = performance.now() - this.#options.everyMs + AGAIN_AFTER_MS
      this.#options.resync()
    }
  }

  /** The server agrees that the copies differ. */
  differs(): void {
    if (!this.#isDestroyed) this.#options.onDiffers()
  }

  destroy(): void {
    this.#isDestroyed = true
    this.#rest()
    this.#options.doc.off('update', this.#onUpdate)
  }

  #changed(): void {
    this.#version++
    this.#changedAt = performance.now()
    this.#timer ??= setTimeout(() => this.#look(), LOOK_EVERY_MS)
  }

  /** Nothing more to compare until something changes. */
  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #look(): void {
    this.#timer = setTimeout(() => this.#look(), LOOK_EVERY_MS)
    const now = performance.now()
    const isDue = now - this.#changedAt >= QUIET_MS && now - this.#comparedAt >= this.#options.everyMs
    if (!isDue || !this.#options.isSettled()) return
    this.#comparedAt = now
    this.#compare(this.#version, hashSteps(this.#options.doc))
  }

  #compare(version: number, steps: ReturnType<typeof hashSteps>): void {
    if (this.#isDestroyed || version !== this.#version) return
    const step = steps.next()
    if (!step.done) {
      whenIdle(() => this.#compare(version, steps))
      return
    }
    this.#own = { ...step.value, version }
    if (step.value.vector === 'pending') this.#options.resync()
    else this.#options.say({ type: 'state', ...step.value })
  }
}

function whenIdle(task: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: 1000 })
  else setTimeout(task, 0)
}
