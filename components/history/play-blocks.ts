import type { CodebookView } from '#/components/reader/codebook-view.ts'
import type { Segment } from '#/components/reader/segments.ts'
import type { TextBlock } from '#/lib/text/block.ts'
import { cutRuns } from './cut-runs.ts'
import { paintedSegments } from './painted-segments.ts'
import type { PlayBlock, PlaySection } from './play-text.ts'
import type { PlaybackPlayer, PlayFrame } from './playback-player.ts'
import { type BlockKind, blockNumbers, type ShownBlock, type ShownRun } from './shown-block.ts'

const PARAGRAPH: BlockKind = { type: 'paragraph' }

/** A section ready to be drawn; the same list of blocks as long as nothing in it is another. */
export interface ShownSection {
  id: number
  blocks: readonly ShownBlock[]
}

/**
 * What each block of a playback is, by id. A playback tells words only: a block is drawn as what it is at the end, one
 * that went before as what it was at the beginning. Leaves the player at the beginning.
 */
export function blockKinds(player: PlaybackPlayer, start: readonly TextBlock[], end: readonly TextBlock[]): Map<string, BlockKind> {
  const kinds = new Map<string, BlockKind>()
  const learn = (blocks: readonly TextBlock[]) => {
    const ids = player.blockIds
    if (ids.length !== blocks.length) return
    for (const [i, { spans: _, ...kind }] of blocks.entries()) if (!kinds.has(ids[i]!)) kinds.set(ids[i]!, kind)
  }
  player.goTo(player.length)
  learn(end)
  player.goTo(0)
  learn(start)
  return kinds
}

/** Something drawn, with all that it was drawn from besides its words. */
interface Drawn<T> {
  from: string
  shown: T
}

/** Turns the frames of a playback into what is drawn. What a step left as it was stays the same object. */
export class FramePainter {
  readonly #kinds: ReadonlyMap<string, BlockKind>
  readonly #codebook: CodebookView
  readonly #isNumbered: boolean
  readonly #blocks = new WeakMap<PlayBlock, Drawn<ShownBlock>>()
  readonly #sections = new WeakMap<PlaySection, Drawn<ShownSection>>()

  constructor(kinds: ReadonlyMap<string, BlockKind>, codebook: CodebookView) {
    this.#kinds = kinds
    this.#codebook = codebook
    this.#isNumbered = [...kinds.values()].some(({ list }) => list === 'ordered')
  }

  /** @param by name of who made the step, said at its first change */
  paint({ sections, placed }: PlayFrame, by: string): ShownSection[] {
    const segments = new SegmentCursor(paintedSegments(placed, this.#codebook))
    const numbers = this.#isNumbered ? blockNumbers(sections.flatMap(({ blocks }) => blocks.map(({ id }) => this.#kind(id)))) : []
    let at = 0
    let first = 0
    let name: string | undefined = by
    return sections.map((section) => {
      const inside = segments.within(at, at + section.length)
      const own = numbers.slice(first, first + section.blocks.length)
      const shown = this.#section(section, at, inside, own, name)
      at += section.length
      first += section.blocks.length
      if (section.isMarked) name = undefined
      return shown
    })
  }

  #kind(id: string): BlockKind {
    return this.#kinds.get(id) ?? PARAGRAPH
  }

  #section(
    section: PlaySection,
    start: number,
    segments: readonly Segment[],
    numbers: readonly number[],
    by: string | undefined,
  ): ShownSection {
    const from = `${numbers.join(' ')} ${spelled(segments, start)}`
    const known = this.#sections.get(section)
    if (known?.from === from) return known.shown
    const cursor = new SegmentCursor(segments)
    let at = start
    let name = by
    const blocks = section.blocks.map((block, i) => {
      const end = at + block.text.length
      const shown = this.#block(block, at, cursor.within(at, end), numbers[i] ?? 0, name)
      if (block.marks) name = undefined
      at = end + 1
      return shown
    })
    const shown = { id: section.id, blocks }
    this.#sections.set(section, { from, shown })
    return shown
  }

  #block(block: PlayBlock, start: number, segments: readonly Segment[], number: number, by: string | undefined): ShownBlock {
    const from = `${number} ${spelled(segments, start)}`
    const known = this.#blocks.get(block)
    if (known?.from === from) return known.shown
    const shown: ShownBlock = { key: block.id, kind: this.#kind(block.id), number, runs: playedRuns(block, start, segments, by) }
    this.#blocks.set(block, { from, shown })
    return shown
  }
}

/** Gives the segments of one stretch of text after the other. */
class SegmentCursor {
  readonly #segments: readonly Segment[]
  #next = 0

  constructor(segments: readonly Segment[]) {
    this.#segments = segments
  }

  /** Those that reach into a stretch; stretches are asked for in order. */
  within(from: number, to: number): Segment[] {
    while (this.#next < this.#segments.length && this.#segments[this.#next]!.to <= from) this.#next++
    let end = this.#next
    while (end < this.#segments.length && this.#segments[end]!.from < to) end++
    return this.#segments.slice(this.#next, end)
  }
}

/** All that is seen of segments, from where their text begins. */
function spelled(segments: readonly Segment[], start: number): string {
  return segments
    .map(({ from, to, ids, rules, ground, more }) => {
      const lines = rules.map((rule) => (rule ? rule.hue : '')).join()
      return `${from - start}-${to - start} ${ids.join()} ${lines} ${ground} ${more}`
    })
    .join(';')
}

function playedRuns({ text, marks }: PlayBlock, start: number, segments: readonly Segment[], by: string | undefined): ShownRun[] {
  let at = start
  let name = by
  const parts = marks ?? (text === '' ? [] : [{ kind: 'same' as const, text }])
  return parts.flatMap(({ kind, text: words }) => {
    if (kind === 'same') {
      at += words.length
      return cutRuns([{ text: words }], at - words.length, segments)
    }
    const run: ShownRun = { text: words.replaceAll('\n', '¶\n'), change: kind, ...(name !== undefined && { by: name }) }
    name = undefined
    if (kind === 'removed') return [run]
    at += words.length
    return cutRuns([run], at - words.length, segments)
  })
}
