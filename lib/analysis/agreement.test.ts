import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementTies, mostActive, type Position } from './agreement.ts'

const NORMS = ['no', 'average', 'jaccard', 'cosine'] as const

function position(actorId: string, themeId: string, side: Position['side'], statements = 1, documents = 1): Position {
  return { actorId, themeId, side, statements, documents }
}

// Who says what: A and B agree on the hotline and differ on strikes; C speaks of neither but the veto.
const DEBATE = [
  position('A', 'hotline', 'supports', 3, 2),
  position('B', 'hotline', 'supports', 2, 1),
  position('A', 'strikes', 'opposes', 1),
  position('B', 'strikes', 'supports', 4, 3),
  position('C', 'veto', 'opposes', 5),
]
const tie = (weight: 'once' | 'document' | 'statement', norm: (typeof NORMS)[number]) => agreementTies(DEBATE, { weight, norm })[0]

describe('the networks of a small debate', () => {
  test('who shares no theme is tied to nobody', () => {
    expect(agreementTies(DEBATE, { weight: 'once', norm: 'no' })).toEqual([
      {
        from: 'A',
        to: 'B',
        agreement: 1,
        conflict: 1,
        agreed: [{ themeId: 'hotline', side: 'supports', adds: 1 }],
        opposed: [{ themeId: 'strikes', by: 'to', adds: 1 }],
      },
    ])
  })

  test('weights are products of how often each says it', () => {
    expect(tie('statement', 'no')).toMatchObject({ agreement: 3 * 2, conflict: 1 * 4 })
    expect(tie('document', 'no')).toMatchObject({ agreement: 2 * 1, conflict: 1 * 3 })
  })

  test('what binds two most comes first', () => {
    const both = [position('A', 'aid', 'supports'), position('B', 'aid', 'supports')]
    const [tied] = agreementTies([...both, ...DEBATE], { weight: 'statement', norm: 'no' })
    expect(tied?.agreed.map(({ themeId, adds }) => [themeId, adds])).toEqual([
      ['hotline', 6],
      ['aid', 1],
    ])
  })

  test('norms divide by what the two say', () => {
    expect(tie('statement', 'average')).toMatchObject({ agreement: 6 / 5, conflict: 4 / 5 })
    // Only A: opposes strikes (1). Only B: supports strikes (4). Both: 3 times 2.
    expect(tie('statement', 'jaccard')).toMatchObject({ agreement: 6 / 11, conflict: 4 / 11 })
    expect(tie('statement', 'cosine')?.agreement).toBeCloseTo(6 / (Math.hypot(3, 1) * Math.hypot(2, 4)))
  })
})

test('of many actors those who say most are kept, with all they say', () => {
  expect(mostActive(DEBATE, 2).map(({ actorId }) => actorId)).toEqual(['B', 'B', 'C'])
  expect(mostActive(DEBATE, 9).toSorted((a, b) => a.actorId.localeCompare(b.actorId))).toHaveLength(DEBATE.length)
})

const anyDebate = fc
  .uniqueArray(
    fc.record({
      actorId: fc.constantFrom('A', 'B', 'C', 'D'),
      themeId: fc.constantFrom('x', 'y', 'z'),
      side: fc.constantFrom('supports' as const, 'opposes' as const),
      documents: fc.integer({ min: 1, max: 4 }),
      more: fc.nat(4),
    }),
    { selector: ({ actorId, themeId, side }) => `${actorId}${themeId}${side}` },
  )
  .map((all) => all.map(({ more, ...rest }): Position => ({ ...rest, statements: rest.documents + more })))

test('the ties are those of the sums written out, whatever the debate', () => {
  fc.assert(
    fc.property(anyDebate, fc.constantFrom(...NORMS), (debate, norm) => {
      const ties = agreementTies(debate, { weight: 'statement', norm })
      const says = (actor: string, theme: string, side: string) =>
        debate.find((one) => one.actorId === actor && one.themeId === theme && one.side === side)?.statements ?? 0
      for (const [from, to] of pairs(['A', 'B', 'C', 'D'])) {
        const { agreement, conflict } = writtenOut(says, from, to, norm)
        const found = ties.find((one) => one.from === from && one.to === to)
        expect(found?.agreement ?? 0).toBeCloseTo(agreement)
        expect(found?.conflict ?? 0).toBeCloseTo(conflict)
      }
    }),
  )
})

test('nobody agrees more than with themselves: cosine and Jaccard stay within 0 and 1 when a stance counts once', () => {
  fc.assert(
    fc.property(anyDebate, fc.constantFrom('jaccard' as const, 'cosine' as const), (debate, norm) => {
      for (const { agreement } of agreementTies(debate, { weight: 'once', norm })) {
        expect(agreement).toBeGreaterThanOrEqual(0)
        expect(agreement).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

function pairs(names: string[]): [string, string][] {
  return names.flatMap((one, at) => names.slice(at + 1).map((other): [string, string] => [one, other]))
}

function writtenOut(says: (actor: string, theme: string, side: string) => number, i: string, j: string, norm: (typeof NORMS)[number]) {
  const cells = ['x', 'y', 'z'].flatMap((theme) => ['supports', 'opposes'].map((side) => ({ theme, side })))
  const sum = (of: (cell: { theme: string; side: string }) => number) => cells.reduce((all, cell) => all + of(cell), 0)
  const at = (actor: string, { theme, side }: { theme: string; side: string }) => says(actor, theme, side)
  const other = (side: string) => (side === 'supports' ? 'opposes' : 'supports')
  const agreement = sum((cell) => at(i, cell) * at(j, cell))
  const conflict = sum((cell) => at(i, cell) * says(j, cell.theme, other(cell.side)))
  const only = (one: string, without: string) => sum((cell) => (at(without, cell) === 0 ? at(one, cell) : 0))
  const by = {
    no: 1,
    average: sum((cell) => at(i, cell) + at(j, cell)) / 2,
    jaccard: only(i, j) + only(j, i) + agreement,
    cosine: Math.sqrt(sum((cell) => at(i, cell) ** 2)) * Math.sqrt(sum((cell) => at(j, cell) ** 2)),
  }[norm]
  return by === 0 ? { agreement: 0, conflict: 0 } : { agreement: agreement / by, conflict: conflict / by }
}
