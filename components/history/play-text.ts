import type { PlaybackStep } from '#/lib/version/history.ts'

/** Words of a block at one step of a playback; removed words stand where they stood. */
export interface PlayMark {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A block of a played text. Immutable: another object when its words or its marks are others. */
export interface PlayBlock {
  /** The same block keeps it through edits, forwards and backwards. */
  id: string
  text: string
  /** What the step shown changed in it; null when nothing. */
  marks: readonly PlayMark[] | null
}

/** Blocks that are drawn together; another object when one of them is another. */
export interface PlaySection {
  id: number
  blocks: readonly PlayBlock[]
  /** UTF-16 units of its blocks, each with one for its end. */
  length: number
  isMarked: boolean
}

/** A change of the text at one place: canonical offset before the change (UTF-16), what went and what came. */
export interface PlayHunk {
  at: number
  remove: string
  add: string
}

/** Blocks drawn together at first; a section that has grown three times as long is cut. */
const SECTION = 50

/** The words between two canonical offsets. */
export function playedWords(sections: readonly PlaySection[], start: number, end: number): string {
  let words = ''
  let at = 0
  for (const { blocks, length } of sections) {
    if (at < end && at + length > start) {
      const text = blocks.map((block) => `${block.text}\n`).join('')
      words += text.slice(Math.max(0, start - at), Math.max(0, end - at))
    }
    at += length
  }
  return words
}

/** A change of the text, as it is taken back. */
export function backwards(text: PlaybackStep['text']): PlaybackStep['text'] {
  return text.map((part) => ('keep' in part ? part : 'remove' in part ? { add: part.remove } : { remove: part.add }))
}

/** The changes of a step, in order. */
export function stepHunks(step: Pick<PlaybackStep, 'text'>): PlayHunk[] {
  const hunks: PlayHunk[] = []
  let at = 0
  let open: PlayHunk | null = null
  for (const part of step.text) {
    if ('keep' in part) {
      at += part.keep
      open = null
      continue
    }
    if (!open) {
      open = { at, remove: '', add: '' }
      hunks.push(open)
    }
    if ('remove' in part) {
      open.remove += part.remove
      at += part.remove.length
    } else open.add += part.add
  }
  return hunks
}

/**
 * A text that follows a playback step by step, in both directions. A step costs what it changes: sections and blocks it
 * does not touch stay the same objects.
 */
export class PlayText {
  #sections: readonly PlaySection[]
  #nextSection = 0

  constructor(text: string) {
    this.#sections = this.#cut(text.split('\n').map((words, i) => ({ id: `0.${i}`, text: words, marks: null })))
  }

  /** The present sections; another array after every change. */
  get sections(): readonly PlaySection[] {
    return this.#sections
  }

  get blocks(): PlayBlock[] {
    return this.#sections.flatMap((section) => section.blocks)
  }

  get text(): string {
    return this.blocks.map(({ text }) => text).join('\n')
  }

  /** Takes away what was marked. */
  clearMarks(): void {
    if (!this.#sections.some(({ isMarked }) => isMarked)) return
    this.#sections = this.#sections.map((section) =>
      section.isMarked
        ? { ...section, isMarked: false, blocks: section.blocks.map((block) => (block.marks ? { ...block, marks: null } : block)) }
        : section,
    )
  }

  /**
   * Applies the changes of a step.
   * @param newIds ids for the blocks each hunk makes, in order
   * @param mark shows what changed
   * @returns ids of the blocks each hunk joined to the one before, to be given back when it is taken back
   */
  apply(hunks: readonly PlayHunk[], newIds: (hunk: number, count: number) => readonly string[], mark: boolean): string[][] {
    const gone: string[][] = hunks.map(() => [])
    // From the last to the first, so that the places of those before stay what they are.
    for (let i = hunks.length - 1; i >= 0; i--) {
      const hunk = hunks[i]!
      gone[i] = this.#replace(hunk, newIds(i, hunk.add.split('\n').length - 1), mark)
    }
    return gone
  }

  #replace({ at, remove, add }: PlayHunk, ids: readonly string[], mark: boolean): string[] {
    const from = this.#locate(at)
    const to = this.#locate(at + remove.length)
    const head = this.#sections[from.section]!
    const tail = this.#sections[to.section]!
    const first = head.blocks[from.block]!
    const last = tail.blocks[to.block]!
    const made = joinBlocks(first, from.offset, last, to.offset, { remove, add, ids, mark })
    const touched = this.#sections.slice(from.section, to.section + 1).flatMap((section) => section.blocks)
    const end = touched.length - (tail.blocks.length - to.block) + 1
    const blocks = [...touched.slice(0, from.block), ...made, ...touched.slice(end)]
    this.#sections = this.#sections.toSpliced(from.section, to.section - from.section + 1, ...this.#regroup(head.id, blocks))
    return touched.slice(from.block + 1, end).map(({ id }) => id)
  }

  /** Where a canonical offset is. */
  #locate(offset: number): { section: number; block: number; offset: number } {
    let left = offset
    for (const [section, { blocks, length }] of this.#sections.entries()) {
      if (left >= length && section < this.#sections.length - 1) {
        left -= length
        continue
      }
      for (const [block, { text }] of blocks.entries()) {
        if (left <= text.length) return { section, block, offset: left }
        left -= text.length + 1
      }
    }
    throw new Error('The playback changes the text beyond its end')
  }

  #regroup(id: number, blocks: readonly PlayBlock[]): PlaySection[] {
    return blocks.length > 3 * SECTION ? this.#cut(blocks) : [sectionOf(id, blocks)]
  }

  #cut(blocks: readonly PlayBlock[]): PlaySection[] {
    const sections: PlaySection[] = []
    for (let i = 0; i < blocks.length; i += SECTION) sections.push(sectionOf(this.#nextSection++, blocks.slice(i, i + SECTION)))
    return sections
  }
}

function sectionOf(id: number, blocks: readonly PlayBlock[]): PlaySection {
  const length = blocks.reduce((sum, { text }) => sum + text.length + 1, 0)
  return { id, blocks, length, isMarked: blocks.some(({ marks }) => marks !== null) }
}

/** The blocks that stand where `first` from `start` to `last` until `end` stood, after the change. */
function joinBlocks(
  first: PlayBlock,
  start: number,
  last: PlayBlock,
  end: number,
  { remove, add, ids, mark }: { remove: string; add: string; ids: readonly string[]; mark: boolean },
): PlayBlock[] {
  const lines = add.split('\n')
  return lines.map((line, i) => {
    const isFirst = i === 0
    const isLast = i === lines.length - 1
    const head = isFirst ? first.text.slice(0, start) : ''
    const tail = isLast ? last.text.slice(end) : ''
    const marks: PlayMark[] = mark
      ? [
          ...(isFirst ? marksWithin(first, 0, start) : []),
          { kind: 'removed', text: isFirst ? remove : '' },
          { kind: 'added', text: line },
          ...(isLast ? marksWithin(last, end, last.text.length, true) : []),
        ]
      : []
    return { id: isFirst ? first.id : ids[i - 1]!, text: head + line + tail, marks: mark ? marks.filter(({ text }) => text !== '') : null }
  })
}

/** The marks of a part of a block. Changes are made from the end on, so only what follows can have some. */
function marksWithin({ text, marks }: PlayBlock, from: number, to: number, withLast = false): PlayMark[] {
  if (!marks) return [{ kind: 'same', text: text.slice(from, to) }]
  const found: PlayMark[] = []
  let at = 0
  for (const mark of marks) {
    const length = mark.kind === 'removed' ? 0 : mark.text.length
    const start = Math.max(at, from)
    const end = Math.min(at + length, to)
    if (length === 0 ? at >= from && (withLast ? at <= to : at < to) : start < end) {
      found.push(length === 0 ? mark : { kind: mark.kind, text: mark.text.slice(start - at, end - at) })
    }
    at += length
  }
  return found
}
