import { expect, test } from 'vitest'
import { NO_FACTS } from './fact-draft.ts'
import { readKept } from './kept-popover.ts'

const NOTHING = { draft: null, notes: [] }
const notes = { memo: 'why', facts: { ...NO_FACTS, date: '2024' } }
const chips = [
  { kind: 'actor', id: 'ru', role: 'source' },
  { kind: 'theme', id: 'aid', stance: 'opposes' },
]

test('what was kept comes back', () => {
  const kept = { draft: { chips, ...notes }, notes: [['s1', notes]] }
  expect(readKept(JSON.stringify(kept))).toEqual(kept)
})

test('nothing, or somebody else’s words, is nothing', () => {
  for (const text of [null, '', '{', 'null', '[]', '7', '{"draft":7,"notes":{}}']) expect(readKept(text)).toEqual(NOTHING)
})

test('a draft of another version is left out, the rest stays', () => {
  const bad = [
    { ...notes, chips: [{ kind: 'actor', id: 'ru', role: 'villain' }] },
    { ...notes, chips: [{ kind: 'place', id: 'x' }] },
    { chips, memo: 'no facts' },
    { chips, memo: 'half', facts: { date: '2024' } },
  ]
  for (const draft of bad)
    expect(
      readKept(
        JSON.stringify({
          draft,
          notes: [
            ['s1', notes],
            ['s2', null],
            [7, notes],
          ],
        }),
      ),
    ).toEqual({ draft: null, notes: [['s1', notes]] })
})
