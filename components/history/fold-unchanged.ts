/** A stretch of blocks, end exclusive: shown, or folded away because nothing in it differs. */
export interface Stretch {
  from: number
  to: number
  isFolded: boolean
}

/** Unchanged blocks that stay beside each change, so that one sees where it is. */
const CONTEXT = 1
/** Fewer are not worth folding. */
const LEAST = 3

/** Folds long unchanged stretches. */
export function foldUnchanged(blocks: readonly { isChanged: boolean }[]): Stretch[] {
  const stretches: Stretch[] = []
  const push = (from: number, to: number, isFolded: boolean) => {
    const last = stretches.at(-1)
    if (from === to) return
    if (last && last.isFolded === isFolded) last.to = to
    else stretches.push({ from, to, isFolded })
  }
  for (let at = 0; at < blocks.length; ) {
    const { isChanged } = blocks[at]!
    let end = at
    while (end < blocks.length && blocks[end]!.isChanged === isChanged) end++
    const from = at === 0 ? at : Math.min(end, at + CONTEXT)
    const to = end === blocks.length ? end : Math.max(from, end - CONTEXT)
    if (isChanged || to - from < LEAST) push(at, end, false)
    else {
      push(at, from, false)
      push(from, to, true)
      push(to, end, false)
    }
    at = end
  }
  return stretches
}
