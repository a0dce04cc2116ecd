import { StepMap } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import { PassagePositions } from './passage-positions.ts'

/** One passage 10..20 after one change of `oldSize` positions at `start` into `newSize`. */
function after(start: number, oldSize: number, newSize: number): [number, number] {
  const positions = new PassagePositions()
  positions.set(0, 10, 20)
  positions.map([new StepMap([start, oldSize, newSize])])
  return [positions.from[0]!, positions.to[0]!]
}

test.each([
  ['typing before it moves it', 4, 0, 3, [13, 23]],
  ['typing at its start stays outside', 10, 0, 3, [13, 23]],
  ['typing inside extends it', 15, 0, 3, [10, 23]],
  ['typing at its end stays outside', 20, 0, 3, [10, 20]],
  ['typing after it leaves it', 25, 0, 3, [10, 20]],
  ['deleting its first words shortens it', 8, 4, 0, [8, 16]],
  ['deleting its last words shortens it', 18, 4, 0, [10, 18]],
  ['replacing inside keeps both ends', 12, 4, 1, [10, 17]],
  ['replacing its first words leaves the new ones outside', 10, 3, 5, [15, 22]],
  ['replacing its last words leaves the new ones outside', 17, 3, 5, [10, 17]],
  ['deleting all of it collapses it', 8, 20, 0, [8, 8]],
  ['deleting exactly it collapses it', 10, 10, 0, [10, 10]],
  ['replacing exactly it collapses it', 10, 10, 5, [10, 10]],
] as const)('%s', (_name, start, oldSize, newSize, expected) => {
  expect(after(start, oldSize, newSize)).toEqual(expected)
})

test('random changes: a passage covers from its first to its last character that is still there', () => {
  const seed = 20_170_314
  let state = seed
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let round = 0; round < 2_000; round++) {
    const first = random(40)
    const last = first + 1 + random(40)
    const positions = new PassagePositions()
    positions.set(0, first, last)
    let text = Array.from({ length: 100 }, (_, at) => at >= first && at < last)
    const ranges: number[] = []
    let at = random(40)
    const edits = 1 + random(3)
    const cuts: [number, number, number][] = []
    for (let edit = 0; edit < edits && at < 90; edit++) {
      const oldSize = Math.min(random(12), 100 - at)
      const newSize = oldSize === 0 ? 1 + random(8) : random(8)
      cuts.push([at, oldSize, newSize])
      ranges.push(at, oldSize, newSize)
      at += oldSize + 1 + random(20)
    }
    for (const [start, oldSize, newSize] of cuts.reverse())
      text = [...text.slice(0, start), ...Array(newSize).fill(false), ...text.slice(start + oldSize)]
    positions.map([new StepMap(ranges)])
    const where = `seed ${seed}, round ${round}: ${first}..${last}, ${JSON.stringify(ranges)}`
    if (text.includes(true)) expect([positions.from[0], positions.to[0]], where).toEqual([text.indexOf(true), text.lastIndexOf(true) + 1])
    else expect(positions.has(0), where).toBe(false)
  }
})

test('rows grow, and a cleared row holds nothing', () => {
  const positions = new PassagePositions()
  positions.set(200, 3, 9)
  expect(positions.length).toBe(201)
  expect(positions.has(0)).toBe(false)
  expect(positions.has(200)).toBe(true)
  positions.clear(200)
  positions.map([new StepMap([0, 0, 50])])
  expect(positions.has(200)).toBe(false)
  expect(positions.from[200]).toBe(-1)
})
