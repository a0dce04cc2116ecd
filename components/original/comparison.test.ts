import { expect, test } from 'vitest'
import { textChanges } from '#/lib/diff/diff-text.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { liveRange } from './comparison.ts'

test('every change is found in the live text where its words stand', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = rng(seed)
    const words = (n: number) => Array.from({ length: n }, () => random.pick(['one', 'two', 'три', '.\n', '😀'])).join(' ')
    const before = words(random.int(1, 80))
    let after = before
    for (let i = 0; i < 4; i++) {
      const at = random.int(0, after.length)
      after =
        `${after.slice(0, at)} ${words(random.int(0, 3))} ${after.slice(Math.min(after.length, at + random.int(0, 12)))}`.toWellFormed()
    }
    const changes = textChanges(before, after)
    for (const [i, { added }] of changes.entries()) {
      const { start, end } = liveRange(changes, i)
      expect(after.slice(start, end), `seed ${seed}, change ${i}`).toBe(added)
    }
  }
})
