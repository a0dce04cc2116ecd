import { expect, test } from 'vitest'
import { groupStep, readPaletteQuery } from './palette-option.ts'

test.each([
  ['hot', null, 'hot'],
  ['> them', 'commands', 'them'],
  [' @rus', 'actor', 'rus'],
  ['#', 'theme', ''],
  ['a > b', null, 'a > b'],
] as const)('%j asks for %s with the words %j', (typed, only, words) => {
  expect(readPaletteQuery(typed)).toEqual({ only, words })
})

test('Tab goes to the first option of the next group and round the end', () => {
  const option = { name: '', drawing: { icon: 'file' }, does: { path: '' } } as const
  const groups = [2, 1, 3].map((count, group) => ({
    label: `${group}`,
    options: Array.from({ length: count }, (_, at) => ({ ...option, key: `${group} ${at}` })),
  }))
  expect([0, 1, 2, 4].map((at) => groupStep(groups, at, 1))).toEqual([2, 2, 3, 0])
  expect([0, 2, 5].map((at) => groupStep(groups, at, -1))).toEqual([3, 0, 2])
  expect(groupStep([], 0, 1)).toBe(0)
})
