import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '#/lib/query/normalise.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { anyQuery } from '#/tests/support/any-query.ts'
import { ask } from '#/tests/support/ask.ts'
import { PANES, parseView, printView, VIEW_CHOICES, type ViewSettings } from './view.ts'

test('an address without parameters is the usual view', () => {
  const { ignored, query, pick, ...settings } = parseView(new URLSearchParams())
  expect({ ignored, query, pick }).toEqual({ ignored: [], query: EVERYTHING, pick: null })
  expect(settings).toEqual(Object.fromEntries(Object.entries(VIEW_CHOICES).map(([name, [usual]]) => [name, usual])))
  expect(printView({ query, pick, ...settings }).toString()).toBe('')
})

test('what is not understood is as usual, and said when it was asked', () => {
  const view = parseView(new URLSearchParams('role=hero&network=conflict&in=matrix&pick=%28&ask=wrong%3Afield'))
  expect(view).toMatchObject({ role: 'source', network: 'conflict', pick: null, ignored: ['ask=wrong:field'] })
})

const anySettings = fc.record(
  Object.fromEntries(Object.entries(VIEW_CHOICES).map(([name, values]) => [name, fc.constantFrom(...values)])),
) as unknown as fc.Arbitrary<ViewSettings>

test('every view is read back from its address', () => {
  fc.assert(
    fc.property(anySettings, anyQuery, anyQuery, fc.constantFrom(...PANES), (settings, query, picked, pane) => {
      const isAsked = printView({ ...settings, query, pick: { pane, query: picked } }).get('pick') !== ''
      const { ignored, ...read } = parseView(printView({ ...settings, query, pick: { pane, query: picked } }))
      expect(ignored).toEqual([])
      expect(read).toEqual({ ...settings, query: normalise(query), pick: isAsked ? { pane, query: normalise(picked) } : null })
    }),
  )
})

test('a cell that was chosen stands beside the query', () => {
  const view = parseView(new URLSearchParams({ ask: 'status:planned', in: 'matrix', pick: 'stance:opposes' }))
  expect(view).toMatchObject({ query: ask('status:planned'), pick: { pane: 'matrix', query: ask('stance:opposes') } })
})
