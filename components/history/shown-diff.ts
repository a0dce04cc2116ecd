import type { Segment } from '#/components/reader/segments.ts'
import { t } from '#/lib/message/t.ts'
import type { TextBlock } from '#/lib/text/block.ts'
import { cutRuns, sliceSpans } from './cut-runs.ts'
import type { DiffBlock, DiffRun } from './diff-blocks.ts'
import { blockStarts } from './point-blocks.ts'
import { type BlockKind, blockNumbers, kindName, type ShownBlock, type ShownRun } from './shown-block.ts'

/** A block of two texts laid over each other, and whether anything in it differs. */
export interface ShownDiffBlock extends ShownBlock {
  isChanged: boolean
}

/**
 * Two texts laid over each other, ready to be drawn.
 * @param segments stretches of statements that differ, in the coordinates of both texts laid over each other
 */
export function shownDiff(
  diff: readonly DiffBlock[],
  before: readonly TextBlock[],
  after: readonly TextBlock[],
  segments: readonly Segment[],
): ShownDiffBlock[] {
  const starts = { before: blockStarts(before), after: blockStarts(after) }
  const kinds = diff.map((block) => kindOf(block, before, after))
  const numbers = blockNumbers(kinds)
  let segment = 0
  return diff.map((block, i) => {
    const runs = block.runs.flatMap((run) => formatted(run, block, { before, after }, starts))
    const length = block.runs.reduce((sum, { text }) => sum + text.length, 0)
    while (segment < segments.length && segments[segment]!.to <= block.at) segment++
    const isTagged = segment < segments.length && segments[segment]!.from < block.at + length
    const note = diff[i - 1]?.end === 'same' || i === 0 ? retyped(block, before, after) : undefined
    const shown = cutRuns(runs, block.at, segments)
    const mark = endMark(block)
    return {
      key: String(i),
      kind: kinds[i]!,
      number: numbers[i]!,
      runs: mark ? [...shown, mark] : shown,
      isChanged: isTagged || note !== undefined || block.end !== 'same' || block.runs.some(({ kind }) => kind !== 'same'),
      ...(note && { note }),
    }
  })
}

const isWhole = ({ runs, end }: DiffBlock): boolean => end !== 'same' && runs.every(({ kind }) => kind === end)

function kindOf(block: DiffBlock, before: readonly TextBlock[], after: readonly TextBlock[]): BlockKind {
  const gone = block.end === 'removed' && isWhole(block)
  const { spans: _, ...kind } = (gone ? before[block.before] : after[block.after]) ?? { type: 'paragraph', spans: [] }
  return kind
}

/** Words with the formatting they had; as plain words when the texts do not have them there. */
function formatted(
  run: DiffRun,
  block: DiffBlock,
  texts: { before: readonly TextBlock[]; after: readonly TextBlock[] },
  starts: { before: number[]; after: number[] },
): ShownRun[] {
  const side = run.kind === 'removed' ? 'before' : 'after'
  const from = run[side] - (starts[side][block[side]] ?? 0)
  const slices = sliceSpans(texts[side][block[side]]?.spans ?? [], from, from + run.text.length)
  const fits = slices.map(({ text }) => text).join('') === run.text
  const runs: ShownRun[] = fits ? slices : [{ text: run.text }]
  return run.kind === 'same' ? runs : runs.map((each) => ({ ...each, change: run.kind as 'added' | 'removed' }))
}

/** A paragraph mark where a block was joined with the next one or cut in two; none when all of it came or went. */
function endMark(block: DiffBlock): ShownRun | null {
  return block.end === 'same' || isWhole(block) ? null : { text: '¶', change: block.end }
}

function retyped(block: DiffBlock, before: readonly TextBlock[], after: readonly TextBlock[]): string | undefined {
  const was = before[block.before]
  const is = after[block.after]
  if (!was || !is || isWhole(block) || block.runs.every(({ kind }) => kind !== 'same')) return undefined
  return kindName(was) === kindName(is) ? undefined : t('{kind} before', { kind: kindName(was) })
}
