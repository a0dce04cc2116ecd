import { letters } from '#/lib/text/find-fold.ts'

/** What of some words has to change, as a part of them: UTF-16 offsets, at the borders of letters. */
export interface WordChange {
  from: number
  to: number
  /** What comes in place of the part. */
  text: string
}

/**
 * The least that makes one word into another, so that what both share keeps its identity and its tags; null when they are
 * the same. What is only added at an end takes the last letter with it: written as a correction of that letter it belongs
 * to whatever passage ended there ("line" to "lines"), where words written beside a passage do not.
 */
export function wordChange(before: string, after: string): WordChange | null {
  if (before === after) return null
  const old = letters(before)
  const now = letters(after)
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head++
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const onlyAdds = head + tail === old.length
  if (onlyAdds && tail === 0 && head > 0) head--
  else if (onlyAdds && head === 0 && tail > 0) tail--
  const size = (list: readonly string[]) => list.join('').length
  return {
    from: size(old.slice(0, head)),
    to: before.length - size(old.slice(old.length - tail)),
    text: now.slice(head, now.length - tail).join(''),
  }
}
