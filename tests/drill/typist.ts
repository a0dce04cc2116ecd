import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { openRoom, openTab } from '#/tests/support/collab-client.ts'
import type { ProcessStarted } from '#/tests/support/collab-process.ts'

/** Milliseconds between two words: a fast typist. */
const EVERY_MS = 60
/** Words between two statements. */
const TAG_EVERY = 10

/** Somebody at the product's own client who types numbered words and tags some of them. */
export class Typist {
  readonly #name: string
  readonly #userId: string
  readonly #tab: CollabClient
  readonly #text: CollabRoom
  readonly #layer: CollabRoom
  readonly #typedAt: number[] = []
  #acknowledged = 0
  #timers: NodeJS.Timeout[] = []
  /** From typing a word to its acknowledgement, ms. */
  readonly savedMs: number[] = []

  private constructor(name: string, userId: string, tab: CollabClient, text: CollabRoom, layer: CollabRoom) {
    this.#name = name
    this.#userId = userId
    this.#tab = tab
    this.#text = text
    this.#layer = layer
  }

  /** @param generation of the database: pages of another one are turned away */
  static async sitDown(server: ProcessStarted, at: number, prefix: string, generation: number): Promise<Typist> {
    const person = server.people[at]
    if (!person || !server.document) throw new Error('There is no such person')
    const tab = openTab(server, person, { generation })
    const text = await openRoom(tab, server.document.text)
    const layer = await openRoom(tab, server.document.layer)
    return new Typist(`${prefix}${'abcdefgh'[at]}`, person.user.id, tab, text, layer)
  }

  start(): void {
    this.#timers = [setInterval(() => this.#type(), EVERY_MS), setInterval(() => this.#notice(), 2)]
  }

  /** Words that the server has said it has. */
  get acknowledged(): string[] {
    this.#notice()
    return Array.from({ length: this.#acknowledged }, (_, at) => this.#word(at + 1))
  }

  /** Stops typing and leaves, whether or not a server is there. */
  async leave(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#tab.destroy()
  }

  #word(n: number): string {
    return `${this.#name}${n}.`
  }

  #type(): void {
    const text = this.#text.doc.getText(TEXT_NAME)
    const word = this.#word(this.#typedAt.length + 1)
    text.insert(text.length, ` ${word}`)
    this.#typedAt.push(performance.now())
    if (this.#typedAt.length % TAG_EVERY === 0) this.#tag(word)
  }

  #tag(word: string): void {
    const flat = this.#text.doc.getText(TEXT_NAME)
    const canonical = canonicalText(flat)
    const start = canonical.indexOf(word)
    const passage = {
      runs: captureRuns(buildIdIndex(flat), start, start + word.length),
      quote: captureQuote(canonical, start, start + word.length),
    }
    createAnnotation(this.#layer.doc, { userId: this.#userId, ...passage, actors: [], themes: [], memo: word }, 'drill')
  }

  #notice(): void {
    const now = performance.now()
    for (; this.#acknowledged < this.#text.status.acknowledged; this.#acknowledged++) {
      const typedAt = this.#typedAt[this.#acknowledged]
      if (typedAt !== undefined) this.savedMs.push(now - typedAt)
    }
  }
}
