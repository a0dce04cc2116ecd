// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { SingleCase, Step } from './anchor-case.ts'
import { cases } from './cases.ts'
import { renderMarked, settleMarks } from './marked-text.ts'
import { movePairs } from './move-pairs.ts'
import { pairs } from './pairs.ts'
import { play } from './play.ts'

/** Of the right answers the one that was given, or the first. */
function rightAnswer(after: string | readonly string[], given: string | undefined): string | undefined {
  const right = [after].flat().map(settleMarks)
  return right.find((answer) => answer === given) ?? right[0]
}

function expectAfter({ before, after }: Pick<SingleCase, 'before' | 'after'>, steps: readonly (readonly Step[])[]): void {
  const { seen, projected } = play(before, steps)
  expect(seen[0]).toBe(rightAnswer(after, seen[0]))
  expect(new Set([...seen, renderMarked(projected)]), 'everybody sees the same, and so does the server').toEqual(new Set([seen[0]]))
}

const ready = <C extends { name: string; until?: string }>(list: readonly C[]) =>
  list.filter(({ until }) => !until || process.env.ALL).map((each) => [each.name, each] as const)

test.each(ready(cases))('%s', (_name, each) => expectAfter(each, [each.steps]))

describe('two people edit at once', () => {
  test.each(ready([...pairs, ...movePairs]))('%s', (_name, each) => {
    expectAfter(each, [each.a, each.b])
    // Who is who decides nothing but the order at one place.
    expectAfter(each, [each.b, each.a])
  })
})
