import * as Y from 'yjs'
import { firstEndingAfter, SpanList } from '#/lib/anchor/span-list.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** What became of some characters with consecutive ids. */
export interface Piece {
  clock: number
  length: number
  /** `alive`: visible; `dead`: deleted, or never characters of this text; `unknown`: not received yet. */
  state: 'alive' | 'dead' | 'unknown'
  /** Flat index of the first of them; of dead ones, where they stood. Null when no place is known. */
  flat: number | null
}

/**
 * Where every character of a text stands, by identity, dead ones too; indexes are of the flat text, in UTF-16 units. Built
 * in one pass over the text's items. It does not follow the text: see `liveIndex` for one that does.
 */
export class IdIndex {
  readonly text: Y.Text
  protected spans = new SpanList()
  /** The first visible character, when it was last looked at. */
  #first: { client: number; clock: number; base: number } | undefined

  constructor(text: Y.Text) {
    this.text = text
    this.build()
  }

  /** Flat index of canonical offset 0: 1 when the text begins with its opener, as every sound text does. */
  get base(): number {
    const first = this.spans.at(0)
    // What a character is never changes; asked for with every anchor.
    if (first?.client !== this.#first?.client || first?.clock !== this.#first?.clock)
      this.#first = first && { client: first.client, clock: first.clock, base: this.isOpener(0) ? 1 : 0 }
    return this.#first?.base ?? 0
  }

  /** Length of the flat text. */
  get flatLength(): number {
    return this.spans.length
  }

  /** Length of the canonical text. */
  get length(): number {
    return this.spans.length - this.base
  }

  /** The ids of the characters between two flat indexes. */
  runs(from: number, to: number): IdRun[] {
    const runs: IdRun[] = []
    let span = from < to ? this.spans.at(Math.max(0, from)) : undefined
    let flat = span ? this.spans.flatOf(span) : 0
    for (; span && flat < to; span = this.spans.next(span)) {
      if (!span.alive) continue
      const start = Math.max(from, flat)
      appendRun(runs, span.client, span.clock + start - flat, Math.min(to, flat + span.length) - start)
      flat += span.length
    }
    return runs
  }

  /** The ids of what is dead right before a flat index, between that character and the one before it. */
  deadBefore(flat: number): IdRun[] {
    const runs: IdRun[] = []
    const before = this.spans.at(flat - 1)
    for (let span = before && this.spans.next(before); span && !span.alive; span = this.spans.next(span))
      runs.push([span.client, span.clock, span.length])
    return runs
  }

  /** The id of the character at a flat index; null beyond the end. */
  idAt(flat: number): [client: number, clock: number] | null {
    const span = this.spans.at(flat)
    return span ? [span.client, span.clock + flat - this.spans.flatOf(span)] : null
  }

  /** The words between two flat indexes. */
  slice(from: number, to: number): string {
    return this.runs(from, to)
      .map((run) => this.#words(run))
      .join('')
  }

  /** What became of the characters of a run, in order of their ids. */
  pieces(client: number, clock: number, length: number): Piece[] {
    const end = clock + length
    const spans = this.spans.ofClient(client)
    const begin = firstEndingAfter(spans, clock)
    const first = spans[begin]
    // Most anchors stand in one span.
    if (first && first.clock <= clock && first.clock + first.length >= end) {
      const flat = this.spans.flatOf(first)
      return [{ clock, length, state: first.alive ? 'alive' : 'dead', flat: first.alive ? flat + clock - first.clock : flat }]
    }
    const pieces: Piece[] = []
    const known = Math.min(end, Y.getState(this.text.doc!.store, client))
    let at = clock
    for (let i = begin; at < known && i < spans.length; i++) {
      const span = spans[i]!
      if (span.clock >= known) break
      if (span.clock > at) pieces.push({ clock: at, length: span.clock - at, state: 'dead', flat: null })
      at = Math.max(at, span.clock)
      const upTo = Math.min(known, span.clock + span.length)
      const place = this.spans.flatOf(span)
      pieces.push({
        clock: at,
        length: upTo - at,
        state: span.alive ? 'alive' : 'dead',
        flat: span.alive ? place + at - span.clock : place,
      })
      at = upTo
    }
    if (at < known) pieces.push({ clock: at, length: known - at, state: 'dead', flat: null })
    at = Math.max(at, known)
    if (at < end) pieces.push({ clock: at, length: end - at, state: 'unknown', flat: null })
    return pieces
  }

  /** Flat index of a character; of a dead one, where it stood. Null when it is none of this text, or not received yet. */
  place(client: number, clock: number): number | null {
    const span = this.spans.find(client, clock)
    if (!span) return null
    return this.spans.flatOf(span) + (span.alive ? clock - span.clock : 0)
  }

  /** Whether the character at a flat index is a block's opening "\n". */
  isOpener(flat: number): boolean {
    const id = this.idAt(flat)
    return id !== null && this.#words([...id, 1]) === '\n'
  }

  /** All characters in the text's order, with what is dead: for comparing two indexes. */
  dump(): { client: number; clock: number; length: number; alive: boolean; flat: number }[] {
    const list: ReturnType<IdIndex['dump']> = []
    for (const span of this.spans.all()) {
      const { client, clock, length, alive } = span
      const last = list.at(-1)
      if (last?.client === client && last.alive === alive && last.clock + last.length === clock) last.length += length
      else list.push({ client, clock, length, alive, flat: this.spans.flatOf(span) })
    }
    return list
  }

  protected build(): void {
    this.spans = new SpanList()
    for (let item = this.text._start; item !== null; item = item.right)
      this.spans.append(item.id.client, item.id.clock, item.length, isVisible(item))
    this.spans.sort()
  }

  /** The words of a run of visible characters. */
  #words([client, clock, length]: IdRun): string {
    let words = ''
    for (let at = clock; at < clock + length; ) {
      const item = Y.getItem(this.text.doc!.store, Y.createID(client, at)) as Y.Item
      const start = at - item.id.clock
      const { content } = item
      // Anything but words can only come from a broken document; it keeps its width.
      if (content instanceof Y.ContentString) words += content.str.slice(start, start + clock + length - at)
      else words += '\ufffc'.repeat(Math.min(item.length - start, clock + length - at))
      at = item.id.clock + item.length
    }
    return words
  }
}

/** Builds the index of a text as it is now. */
export function buildIdIndex(text: Y.Text): IdIndex {
  return new IdIndex(text)
}

/** Adds a run to a list, joining it to the last one when it continues it. */
export function appendRun(runs: IdRun[], client: number, clock: number, length: number): void {
  const last = runs.at(-1)
  if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length
  else runs.push([client, clock, length])
}

/** The runs of the characters from `from` (inclusive) to `to` (exclusive) of a list. */
export function sliceRuns(runs: readonly IdRun[], from: number, to: number): IdRun[] {
  const part: IdRun[] = []
  let at = 0
  for (const [client, clock, length] of runs) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + length)
    if (start < end) appendRun(part, client, clock + start - at, end - start)
    at += length
  }
  return part
}

/** Whether an item of a text has width: formats and deleted characters have none. */
export function isVisible(item: Y.Item): boolean {
  return !item.deleted && item.countable
}
