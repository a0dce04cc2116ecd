import type { TextChange } from '#/lib/diff/diff-text.ts'
import type { Move } from '#/lib/edition/find-moves.ts'
import type { ParagraphCounts } from '#/lib/edition/report.ts'

const LETTER = /[\p{L}\p{N}]/u

/** A stretch of a flat text that stays, or only changed place. */
interface Stretch {
  from: number
  to: number
}

/**
 * Counts blocks of two flat texts by what became of their words: none in common with the other text: removed, or added;
 * all elsewhere: moved; some: changed. Blocks without letters are not counted.
 */
export function countParagraphs(
  before: string,
  after: string,
  changes: readonly TextChange[],
  moves: readonly Move[],
): ParagraphCounts & { kept: number } {
  const removed = changes.map(({ from, to }) => ({ from, to })).filter(isStretch)
  const added = addedStretches(changes)
  const counts = { changed: 0, added: 0, removed: 0, moved: 0, kept: 0 }
  const gone = moves.map(({ from, length }) => ({ from, to: from + length })).sort(byPlace)
  const come = moves.map(({ to, length }) => ({ from: to, to: to + length })).sort(byPlace)
  for (const what of fates(before, removed, gone)) if (what === 'replaced') counts.removed++
  for (const what of fates(after, added, come)) {
    if (what === 'replaced') counts.added++
    else if (what === 'same') counts.kept++
    else counts[what]++
  }
  return counts
}

/** Where the added words stand in the text after, flat offsets. */
function addedStretches(changes: readonly TextChange[]): Stretch[] {
  let shift = 0
  const added = changes.map((change) => {
    const from = change.from + shift
    shift += change.added.length - (change.to - change.from)
    return { from, to: from + change.added.length }
  })
  return added.filter(isStretch)
}

const isStretch = ({ from, to }: Stretch) => to > from
const byPlace = (a: Stretch, b: Stretch) => a.from - b.from

/** What became of each block with letters, in order. */
function* fates(
  text: string,
  touched: readonly Stretch[],
  moved: readonly Stretch[],
): Generator<'same' | 'changed' | 'moved' | 'replaced'> {
  let [t, m] = [0, 0]
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from + 1)
    const to = next < 0 ? text.length : next
    while (touched[t] && touched[t]!.to <= from) t++
    while (moved[m] && moved[m]!.to <= from) m++
    const block = { from, to }
    from = to
    if (!LETTER.test(text.slice(block.from, block.to))) continue
    const changed = lettersIn(text, block, touched, t)
    if (changed === 0) {
      yield touched[t] && touched[t]!.from < block.to ? 'changed' : 'same'
      continue
    }
    const elsewhere = lettersIn(text, block, moved, m)
    const all = countLetters(text.slice(block.from, block.to))
    yield elsewhere === all ? 'moved' : changed === all && elsewhere === 0 ? 'replaced' : 'changed'
  }
}

function lettersIn(text: string, block: Stretch, stretches: readonly Stretch[], first: number): number {
  let letters = 0
  for (let i = first; i < stretches.length && stretches[i]!.from < block.to; i++) {
    letters += countLetters(text.slice(Math.max(block.from, stretches[i]!.from), Math.min(block.to, stretches[i]!.to)))
  }
  return letters
}

export function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
