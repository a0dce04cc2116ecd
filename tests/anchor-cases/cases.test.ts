// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { cases } from './cases.ts'
import { renderMarked, settleMarks } from './marked-text.ts'
import { play } from './play.ts'

/** Of the right answers the one that was given, or the first. */
function rightAnswer(after: string | readonly string[], given: string | undefined): string | undefined {
  const right = [after].flat().map(settleMarks)
  return right.find((answer) => answer === given) ?? right[0]
}

describe('one person edits', () => {
  test.each(cases.filter(({ until }) => !until).map((each) => [each.name, each] as const))('%s', (_name, { before, steps, after }) => {
    const { seen, projected } = play(before, [steps])
    expect(seen[0]).toBe(rightAnswer(after, seen[0]))
    expect(new Set([...seen, renderMarked(projected)]), 'everybody sees the same, and so does the server').toEqual(new Set([seen[0]]))
  })
})
