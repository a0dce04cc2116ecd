/** Consecutive ids of one client that stand side by side in a text and are all visible or all not. */
export interface Span {
  readonly client: number
  clock: number
  length: number
  /** Whether its characters are visible. Others have no width: dead characters, formats. */
  alive: boolean
  chunk: Chunk
  /** Number in its chunk, and flat index relative to the chunk's; valid while the chunk is `settled`. */
  at: number
  offset: number
}

/** Some neighbouring spans, so that a change moves few of them. */
interface Chunk {
  spans: Span[]
  /** Visible characters in it. */
  size: number
  settled: boolean
  /** Number among the chunks, and flat index of its beginning; valid below `#settled`. */
  at: number
  start: number
}

/** A chunk is halved when it has more spans than this. */
const LARGEST_CHUNK = 128

/**
 * All spans of a text in its order, and by identity. Looking up and changing one cost what a chunk and the number of chunks
 * cost, some hundreds of steps for a megabyte of text after tens of thousands of edits.
 */
export class SpanList {
  #chunks: Chunk[] = [newChunk()]
  /** How many of the first chunks know their number and their start. */
  #settled = 0
  /** Per client its spans by clock. */
  #byClient = new Map<number, Span[]>()
  #length = 0
  #count = 0

  /** Adds characters at the end of the text. The list must be `sort`ed before anything else is asked of it. */
  append(client: number, clock: number, length: number, alive: boolean): void {
    let chunk = this.#chunks[this.#chunks.length - 1]!
    const last = chunk.spans[chunk.spans.length - 1]
    if (alive) this.#length += length
    if (last && continues(last, client, clock, alive)) {
      last.length += length
    } else {
      // Half full: what is put between others finds room.
      if (chunk.spans.length >= LARGEST_CHUNK / 2) {
        chunk = newChunk()
        this.#chunks.push(chunk)
      }
      const span: Span = { client, clock, length, alive, chunk, at: 0, offset: 0 }
      chunk.spans.push(span)
      this.#count++
      const list = this.#byClient.get(client)
      if (list) list.push(span)
      else this.#byClient.set(client, [span])
    }
    if (alive) chunk.size += length
  }

  /** Ends a series of `append`s. */
  sort(): void {
    for (const list of this.#byClient.values()) list.sort((a, b) => a.clock - b.clock)
  }

  /** Number of visible characters. */
  get length(): number {
    return this.#length
  }

  /** Number of spans. */
  get count(): number {
    return this.#count
  }

  /** The spans of a client in order of their clocks. There are gaps where ids belong to something else. */
  ofClient(client: number): readonly Span[] {
    return this.#byClient.get(client) ?? []
  }

  /** The span that holds an id. */
  find(client: number, clock: number): Span | undefined {
    const spans = this.ofClient(client)
    const span = spans[firstEndingAfter(spans, clock)]
    return span && span.clock <= clock ? span : undefined
  }

  /** Flat index of a span's first character; of a dead one, where it stood. */
  flatOf(span: Span): number {
    this.#settleChunk(span.chunk)
    this.#settle()
    return span.chunk.start + span.offset
  }

  /** The span of the visible character at a flat index; undefined beyond the end. */
  at(flat: number): Span | undefined {
    if (flat < 0 || flat >= this.#length) return undefined
    this.#settle()
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#chunks[middle]!.start <= flat) low = middle
      else high = middle - 1
    }
    const chunk = this.#chunks[low]!
    this.#settleChunk(chunk)
    return spanAt(chunk.spans, flat - chunk.start)
  }

  /** The span after one, in the order of the text. */
  next(span: Span): Span | undefined {
    this.#settleChunk(span.chunk)
    const beside = span.chunk.spans[span.at + 1]
    if (beside) return beside
    this.#settle()
    for (let i = span.chunk.at + 1; i < this.#chunks.length; i++) {
      const [first] = this.#chunks[i]!.spans
      if (first) return first
    }
    return undefined
  }

  /** The spans of the text in order. */
  *all(): Generator<Span> {
    for (const chunk of this.#chunks) yield* chunk.spans
  }

  /** Adds characters after a span, or at the very beginning. Returns the span that holds them. */
  insertAfter(before: Span | null, client: number, clock: number, length: number, alive: boolean): Span {
    if (before && continues(before, client, clock, alive)) {
      before.length += length
      this.#grow(before.chunk, alive ? length : 0)
      return before
    }
    const chunk = before?.chunk ?? this.#chunks[0]!
    const span: Span = { client, clock, length, alive, chunk, at: 0, offset: 0 }
    this.#grow(chunk, alive ? length : 0)
    this.#place(span, before)
    const list = this.#byClient.get(client)
    if (list) list.splice(firstEndingAfter(list, clock), 0, span)
    else this.#byClient.set(client, [span])
    return span
  }

  /** Makes the ids from `clock` on invisible, those of them that are in this text. */
  kill(client: number, clock: number, length: number): void {
    const end = clock + length
    const spans = this.ofClient(client)
    for (let at = clock; at < end; ) {
      let span = spans[firstEndingAfter(spans, at)]
      if (!span || span.clock >= end) return
      if (span.alive) {
        if (span.clock < clock) span = this.cut(span, clock - span.clock)
        if (span.clock + span.length > end) this.cut(span, end - span.clock)
        span.alive = false
        this.#grow(span.chunk, -span.length)
        at = span.clock + span.length
        this.#mergeAround(span)
      } else {
        at = span.clock + span.length
      }
    }
  }

  /** Cuts a span in two; returns the second part, which begins `offset` characters in. */
  cut(span: Span, offset: number): Span {
    const right: Span = { ...span, clock: span.clock + offset, length: span.length - offset }
    span.length = offset
    const list = this.#byClient.get(span.client)!
    list.splice(firstEndingAfter(list, span.clock) + 1, 0, right)
    this.#place(right, span)
    return right
  }

  #mergeAround(span: Span): void {
    this.#settleChunk(span.chunk)
    const { spans } = span.chunk
    const right = spans[span.at + 1]
    const left = spans[span.at - 1]
    if (right && continues(span, right.client, right.clock, right.alive)) this.#merge(span, right)
    if (left && continues(left, span.client, span.clock, span.alive)) this.#merge(left, span)
  }

  /** Joins a span to the one before it, in its chunk, that it continues. */
  #merge(left: Span, span: Span): void {
    const list = this.#byClient.get(span.client)!
    list.splice(firstEndingAfter(list, span.clock), 1)
    span.chunk.spans.splice(left.at + 1, 1)
    this.#count--
    left.length += span.length
    span.chunk.settled = false
  }

  #place(span: Span, before: Span | null): void {
    if (before) this.#settleChunk(before.chunk)
    const { chunk } = span
    chunk.spans.splice(before ? before.at + 1 : 0, 0, span)
    this.#count++
    chunk.settled = false
    if (chunk.spans.length > LARGEST_CHUNK) this.#halve(chunk)
  }

  #halve(chunk: Chunk): void {
    this.#settle()
    const half = newChunk()
    half.spans = chunk.spans.splice(chunk.spans.length >> 1)
    for (const span of half.spans) {
      span.chunk = half
      if (span.alive) half.size += span.length
    }
    chunk.size -= half.size
    this.#chunks.splice(chunk.at + 1, 0, half)
    this.#settled = Math.min(this.#settled, chunk.at)
  }

  #grow(chunk: Chunk, by: number): void {
    chunk.settled = false
    if (by === 0) return
    // Its own start stays; a chunk that never was settled lies beyond the border anyway.
    if (this.#chunks[chunk.at] === chunk) this.#settled = Math.min(this.#settled, chunk.at + 1)
    chunk.size += by
    this.#length += by
  }

  #settle(): void {
    for (let i = this.#settled; i < this.#chunks.length; i++) {
      const chunk = this.#chunks[i]!
      const before = this.#chunks[i - 1]
      chunk.at = i
      chunk.start = before ? before.start + before.size : 0
    }
    this.#settled = this.#chunks.length
  }

  #settleChunk(chunk: Chunk): void {
    if (chunk.settled) return
    let offset = 0
    for (const [i, span] of chunk.spans.entries()) {
      span.at = i
      span.offset = offset
      if (span.alive) offset += span.length
    }
    chunk.settled = true
  }
}

/** Whether characters go on where a span ends. */
function continues(span: Span, client: number, clock: number, alive: boolean): boolean {
  return span.client === client && span.alive === alive && span.clock + span.length === clock
}

function newChunk(): Chunk {
  return { spans: [], size: 0, settled: false, at: 0, start: 0 }
}

/** Number of the first span of a client that ends after `clock`: the one that holds it, or the next. */
export function firstEndingAfter(spans: readonly { clock: number; length: number }[], clock: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]!
    if (span.clock + span.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}

/** The visible span of a settled chunk that holds a relative flat index. */
function spanAt(spans: readonly Span[], flat: number): Span | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]!
    if (span.offset + (span.alive ? span.length : 0) <= flat) low = middle + 1
    else high = middle
  }
  return spans[low]
}
