// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { SingleCase, Step } from './anchor-case.ts'
import { cases } from './cases.ts'
import { bothAfter, brokenLaws, combinable } from './combine.ts'
import { settleMarks } from './marked-text.ts'
import { movePairs } from './move-pairs.ts'
import { pairs } from './pairs.ts'
import { play } from './play.ts'

/** Of the right answers the one that was given, or the first. */
function rightAnswer(after: string | readonly string[], given: string): string | undefined {
  const right = [after].flat().map(settleMarks)
  return right.find((answer) => answer === given) ?? right[0]
}

/** Plays a case; tells what everybody sees, which must be the same. */
function seenByAll(...played: Parameters<typeof play>): string {
  const seen = play(...played)
  expect(new Set(seen).size, `everybody sees the same, and so does the server: ${seen}`).toBe(1)
  return seen[0]!
}

function expectAfter({ before, after }: Pick<SingleCase, 'before' | 'after'>, steps: readonly (readonly Step[])[]): void {
  const seen = seenByAll(before, steps)
  expect(seen).toBe(rightAnswer(after, seen))
}

const named = <C extends { name: string }>(list: readonly C[]) => list.map((each) => [each.name, each] as const)

test.each(named(cases))('%s', (_name, each) => expectAfter(each, [each.steps]))

describe('two people edit at once', () => {
  test.each(named([...pairs, ...movePairs]))('%s', (_name, each) => {
    expectAfter(each, [each.a, each.b])
    // Who is who decides nothing but the order at one place.
    expectAfter(each, [each.b, each.a])
  })
})

describe('any two cases at once', () => {
  const list = combinable(cases)
  test.each(list.map((each, i) => [each.name, each, list.slice(i)] as const))('%s, beside each of the others', (_name, one, others) => {
    for (const [i, other] of others.entries()) {
      const [a, b] = i % 2 === 0 ? [one, other] : [other, one]
      const seen = seenByAll(one.before, [a.steps, b.steps], false)
      const both = bothAfter(a, b)
      const what = `${a.name} | ${b.name}: ${seen}`
      if (both !== null) expect.soft(seen, what).toBe(settleMarks(both))
      expect.soft(brokenLaws(a, b, seen), what).toEqual([])
    }
  })
})
