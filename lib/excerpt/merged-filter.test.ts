import { expect, test } from 'vitest'
import { EVERYTHING } from './filter.ts'
import { mergedFilter } from './merged-filter.ts'

test('an address from before a merge asks for what stands for its entries now, once', () => {
  const filter = {
    ...EVERYTHING,
    actors: [
      { id: 'nusra', role: 'source' as const },
      { id: 'hts', role: 'source' as const },
      { id: 'nusra', role: null },
    ],
    themeIds: ['phone', 'other', 'hotline'],
  }
  expect(mergedFilter(filter, { nusra: 'hts', phone: 'hotline' })).toEqual({
    ...EVERYTHING,
    actors: [
      { id: 'hts', role: 'source' },
      { id: 'hts', role: null },
    ],
    themeIds: ['hotline', 'other'],
  })
  expect(mergedFilter(filter, {})).toEqual(filter)
})
