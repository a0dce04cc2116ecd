import type * as Y from 'yjs'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import type { Origins } from '#/lib/anchor/origins.ts'
import { firstEndingAfter } from '#/lib/anchor/span-list.ts'
import { type Stretch, withoutOverlaps } from '#/lib/anchor/stretches.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** Where the characters of an original stand in its text, by the identity they had first; stretches of one client in order. */
export type OriginalIndex = ReadonlyMap<number, readonly OriginalStretch[]>

interface OriginalStretch extends Stretch {
  /** UTF-16 offset of its first character in the text of the original. */
  offset: number
}

/** The ids of all characters of a text as it is now, in order: kept when a file becomes the text or changes it. */
export function textRuns(text: Y.Text): IdRun[] {
  const index = buildIdIndex(text)
  return index.runs(index.base, index.flatLength)
}

/**
 * Indexes the characters of an original by identity. Paragraph marks are left out: they are no words, and stay behind or
 * come along when paragraphs move, so they say nothing about where the words of a passage stood.
 *
 * @param original.runs ids of the characters of `text`, in order
 * @param origins of the live text: an edition may have taken over characters that had been moved before
 */
export function indexOriginal({ text, runs }: { text: string; runs: readonly IdRun[] }, origins: Origins): OriginalIndex {
  const byClient = new Map<number, OriginalStretch[]>()
  const add = (client: number, stretch: OriginalStretch) => {
    const list = byClient.get(client)
    if (list) list.push(stretch)
    else byClient.set(client, [stretch])
  }
  let offset = 0
  for (const run of runs) {
    for (const [client, clock, length] of origins(run)) {
      const end = offset + length
      for (let at = offset; at < end; ) {
        const mark = text.indexOf('\n', at)
        const upTo = mark < 0 || mark > end ? end : mark
        if (upTo > at) add(client, { clock: clock + at - offset, length: upTo - at, offset: at })
        at = upTo + 1
      }
      offset = end
    }
  }
  return new Map([...byClient].map(([client, list]) => [client, withoutOverlaps(list, cut, (a, b) => a.offset - b.offset)]))
}

/**
 * Where the words of a passage stand in an original: UTF-16 [start, end) of the first and the last of its characters that
 * came with it, alive or dead, moved or deleted and brought back since; null when none of them did. No text is searched.
 *
 * @param runs ids of the characters the passage was put on
 */
export function originalRange(original: OriginalIndex, runs: readonly IdRun[], origins: Origins): { start: number; end: number } | null {
  let start = Number.POSITIVE_INFINITY
  let end = -1
  for (const run of runs) {
    for (const [client, clock, length] of origins(run)) {
      const list = original.get(client) ?? []
      for (let i = firstEndingAfter(list, clock); i < list.length && list[i]!.clock < clock + length; i++) {
        const stretch = list[i]!
        const from = Math.max(clock, stretch.clock) - stretch.clock
        const to = Math.min(clock + length, stretch.clock + stretch.length) - stretch.clock
        start = Math.min(start, stretch.offset + from)
        end = Math.max(end, stretch.offset + to)
      }
    }
  }
  return end > start ? { start, end } : null
}

function cut({ clock, length, offset }: OriginalStretch, skip: number): OriginalStretch {
  return { clock: clock + skip, length: length - skip, offset: offset + skip }
}
