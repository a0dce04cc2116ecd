import type * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, deleteAnnotation, restoreAnnotation, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import { STANCES } from '#/lib/codebook/codebook.ts'
import { newId } from '#/lib/id.ts'
import { BLOCK_FORMAT } from '#/lib/text/block-code.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { Rng } from '#/lib/text/testing/rng.ts'
import type { Desk, RoomOfDocument } from './desk.ts'
import type { Entry, Ledger } from './ledger.ts'

/** A change on its way: the ledger's entry and the number of the change in its room that it went with. */
interface UnderWay {
  entry: Entry
  change: number
}

/** A statement of this person and what it was put on. */
interface Note {
  id: string
  isDeleted: boolean
}

type Done = [key: string, value: string | null]

const KINDS = ['h2', 'q', 'ul0', null] as const
/** Words whose formats and statements still change; older ones are left alone, so that a long run does not slow down. */
const RECENT = 40

/**
 * Somebody at a desk who writes words that nobody else writes, deletes and formats them, and makes, changes and deletes
 * statements about them; every change goes into the ledger. A person only touches what came from the same desk, so that
 * each value has one writer.
 */
export class Person {
  readonly desk: Desk
  /** What the statements stand on, by their id. */
  readonly passages: Map<string, string>
  readonly #userId: string
  readonly #name: string
  readonly #ledger: Ledger
  readonly #rng: Rng
  readonly #underWay: Record<RoomOfDocument, UnderWay[]> = { text: [], layer: [] }
  readonly #themeId = newId()
  #words: string[] = []
  readonly #beginners = new Set<string>()
  readonly #bold = new Set<string>()
  #notes: Note[] = []
  #count = 0
  #timer: NodeJS.Timeout | null = null

  /** @param name begins every word; nobody else's may begin with it */
  constructor(name: string, desk: Desk, about: { userId: string; ledger: Ledger; rng: Rng; passages: Map<string, string> }) {
    this.#name = name
    this.desk = desk
    this.#userId = about.userId
    this.#ledger = about.ledger
    this.#rng = about.rng
    this.passages = about.passages
  }

  /** Does something every so many ms, more or less, until `rest`. */
  work(everyMs: number): void {
    const next = () => {
      this.#timer = setTimeout(next, everyMs * (0.5 + this.#rng.next()))
      this.act()
    }
    next()
  }

  rest(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Does one thing, if the document is here. */
  act(): void {
    this.settle()
    if (!this.desk.isReady()) return
    const choice = this.#rng.next()
    if (choice < 0.52) this.#write()
    else if (choice < 0.6) this.#delete()
    else if (choice < 0.72) this.#format()
    else if (choice < 0.84) this.#note()
    else this.#changeNote()
  }

  /** Enters into the ledger what was acknowledged meanwhile. */
  settle(): void {
    for (const room of ['text', 'layer'] as const) {
      const acknowledged = this.desk.acknowledged(room)
      const waiting = this.#underWay[room]
      let done = 0
      for (const { entry, change } of waiting) {
        if (change > acknowledged) break
        entry.acknowledged = true
        done++
      }
      if (done > 0) waiting.splice(0, done)
    }
  }

  /** Changes that were not acknowledged. */
  get open(): number {
    this.settle()
    return this.#underWay.text.length + this.#underWay.layer.length
  }

  async leave(how: 'close' | 'crash'): Promise<void> {
    this.rest()
    await this.desk[how]()
    this.settle()
  }

  get #flat(): Y.Text {
    return this.desk.text.getText(TEXT_NAME)
  }

  /** Changes a room and enters what the change says it did; nothing when there was nothing to send. */
  #do(room: RoomOfDocument, change: () => Done[]): void {
    const before = this.desk.made(room)
    const done = this.desk[room].transact(change, null)
    const made = this.desk.made(room)
    if (made > before) for (const [key, value] of done) this.#underWay[room].push({ entry: this.#ledger.write(key, value), change: made })
  }

  /** Between two words of whomever, where nobody's formats end: each word has a space of its own on either side. */
  #write(): void {
    const word = `${this.#name}x${++this.#count}`
    const flat = this.#flat
    const places = [...flat.toString().matchAll(/ {2}/g)]
    const at = places.length > 0 ? this.#rng.pick(places).index + 1 : flat.length
    const begins = this.#rng.chance(0.1)
    this.#do('text', () => {
      flat.insert(at, `${begins ? '\n' : ''} ${word} `, { bold: null, [BLOCK_FORMAT]: null })
      return [[`word/${word}`, 'here']]
    })
    this.#words = [...this.#words.slice(-RECENT), word]
    if (begins) this.#beginners.add(word)
  }

  #delete(): void {
    const word = this.#pickWord()
    if (!word) return
    const begins = this.#beginners.has(word.text) ? 1 : 0
    this.#do('text', () => {
      this.#flat.delete(word.at - 1 - begins, word.text.length + 2 + begins)
      return [[`word/${word.text}`, null]]
    })
    this.#words = this.#words.filter((other) => other !== word.text)
  }

  #format(): void {
    const word = this.#pickWord()
    if (!word) return
    const { text, at } = word
    this.#do('text', () => {
      if (this.#beginners.has(text)) {
        const kind = this.#rng.pick(KINDS)
        this.#flat.format(at - 2, 1, { [BLOCK_FORMAT]: kind })
        return [[`kind/${text}`, kind]]
      }
      const bold = !this.#bold.delete(text)
      if (bold) this.#bold.add(text)
      this.#flat.format(at, text.length, { bold: bold || null })
      return [[`bold/${text}`, bold ? 'yes' : null]]
    })
  }

  #note(): void {
    const word = this.#pickWord()
    if (!word) return
    const canonical = canonicalText(this.#flat)
    const [start, end] = [word.at - 1, word.at - 1 + word.text.length]
    const passage = { runs: captureRuns(buildIdIndex(this.#flat), start, end), quote: captureQuote(canonical, start, end) }
    const memo = this.#memo()
    this.#do('layer', () => {
      const actors = [{ actorId: newId(), role: 'source' as const }]
      const id = createAnnotation(this.desk.layer, { userId: this.#userId, ...passage, actors, themes: [], memo }, null)
      this.passages.set(id, word.text)
      this.#notes = [...this.#notes.slice(-RECENT), { id, isDeleted: false }]
      return [
        [`note/${id}`, 'here'],
        [`memo/${id}`, memo],
      ]
    })
  }

  #changeNote(): void {
    if (this.#notes.length === 0) return
    const note = this.#rng.pick(this.#notes)
    const choice = this.#rng.next()
    const { layer } = this.desk
    this.#do('layer', () => {
      if (choice < 0.45) {
        const memo = this.#memo()
        setMemo(layer, note.id, this.#userId, memo, null)
        return [[`memo/${note.id}`, memo]]
      }
      if (choice < 0.7) {
        const stance = this.#rng.pick(STANCES)
        setTheme(layer, note.id, this.#themeId, stance, this.#userId, null)
        return [[`theme/${note.id}`, stance]]
      }
      note.isDeleted = !note.isDeleted
      if (note.isDeleted) deleteAnnotation(layer, note.id, this.#userId, null)
      else restoreAnnotation(layer, note.id, null)
      return [[`note/${note.id}`, note.isDeleted ? 'deleted' : 'here']]
    })
  }

  #memo(): string {
    return `memo ${this.#name}m${++this.#count}`
  }

  /** One of the own words, with its place in the flat text. */
  #pickWord(): { text: string; at: number } | null {
    if (this.#words.length === 0) return null
    const text = this.#rng.pick(this.#words)
    const at = this.#flat.toString().indexOf(` ${text} `)
    return at < 0 ? null : { text, at: at + 1 }
  }
}
