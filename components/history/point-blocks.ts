import type { Segment } from '#/components/reader/segments.ts'
import type { TextBlock } from '#/lib/text/block.ts'
import { cutRuns } from './cut-runs.ts'
import { blockNumbers, type ShownBlock } from './shown-block.ts'

/** A text as it was, ready to be drawn. */
export function pointBlocks(blocks: readonly TextBlock[], segments: readonly Segment[]): ShownBlock[] {
  const numbers = blockNumbers(blocks)
  const starts = blockStarts(blocks)
  return blocks.map(({ spans, ...kind }, i) => ({
    key: String(i),
    kind,
    number: numbers[i]!,
    runs: cutRuns(spans, starts[i]!, segments),
  }))
}

/** Where each block begins in the canonical text, UTF-16. */
export function blockStarts(blocks: readonly TextBlock[]): number[] {
  let at = 0
  return blocks.map(({ spans }) => {
    const start = at
    at += spans.reduce((length, { text }) => length + text.length, 0) + 1
    return start
  })
}
