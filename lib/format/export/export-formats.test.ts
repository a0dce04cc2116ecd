import { expect, test } from 'vitest'
import { EXPORT_FORMATS } from './export-formats.ts'
import { exportLosses, type LossCounts } from './losses.ts'

test('files of two formats never have the same name', () => {
  const names = EXPORT_FORMATS.map(({ fileWord, extension }) => `${fileWord}.${extension}`)
  expect(new Set(names).size).toBe(names.length)
})

const COUNTS = {
  excerpts: 3,
  documents: 1,
  ...{ detached: 0, memos: 0, comments: 0, events: 0, details: 0, coordinates: 0, stances: 0, shades: 0 },
  ...{ untagged: 0, unsourced: 0, otherRoles: 0, important: 0, past: 0, long: 0 },
} satisfies LossCounts

test.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))(
  '%s: of plain excerpts only their words can be lost',
  (_, format) => {
    const losses = exportLosses(format.loses, COUNTS)
    expect(losses.length > 0).toBe(format.group === 'network' || format.group === 'references')
  },
)

test('a mark that no format holds is told of with each', () => {
  for (const { loses, group } of EXPORT_FORMATS)
    if (group !== 'references')
      expect(exportLosses(loses, { ...COUNTS, important: 2 })).toContain('Who finds them important, of 2 excerpts.')
})
