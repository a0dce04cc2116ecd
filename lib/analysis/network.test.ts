import { describe, expect, test } from 'vitest'
import { printQuery } from '#/lib/query/print.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'
import { agreementTies, type Position } from './agreement.ts'
import { groupsOf } from './groups.ts'
import { type Address, addressNetwork, tieNetwork } from './network.ts'

const id = (nth: number) => `0195a000-0000-7000-8000-${String(nth).padStart(12, '0')}`
const actors = groupsOf(
  Array.from({ length: 60 }, (_, nth) => ({ id: id(nth), parentId: null })),
  false,
)
const themes = groupsOf(
  [
    { id: id(100), parentId: null },
    { id: id(101), parentId: null },
  ],
  false,
)
const address = (from: number, to: number, count: number): Address => ({
  from: id(from),
  to: id(to),
  count,
  supports: 1,
  opposes: 0,
  themeId: null,
})

describe('who addresses whom', () => {
  const addresses = [address(1, 2, 4), address(2, 1, 9), address(3, 1, 1)]
  const network = addressNetwork(addresses, { [id(1)]: 14, [id(2)]: 13, [id(3)]: 1 }, actors)

  test('both directions are edges of their own, the heaviest first and drawn full', () => {
    expect(network.edges.map(({ weight, strength }) => [weight, strength])).toEqual([
      [9, 1],
      [4, 4 / 9],
      [1, 1 / 9],
    ])
    expect(network.total).toEqual({ nodes: 3, edges: 3 })
  })

  test('an edge asks for its statements', () => {
    expect(printQuery(network.edges[0]!.ask, IDS_ONLY)).toBe(`actor:#${id(2)} as source and actor:#${id(1)} as recipient`)
  })

  test('places are the same whatever the order in which the pairs were counted, apart, and inside the picture', () => {
    const again = addressNetwork(addresses.toReversed(), {}, actors)
    const places = (nodes: typeof network.nodes) => Object.fromEntries(nodes.map((node) => [node.id, [node.x, node.y]]))
    expect(places(again.nodes)).toEqual(places(network.nodes))
    expect(new Set(network.nodes.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(3)
    for (const { x, y } of network.nodes) expect(Math.min(x, y) >= 0 && Math.max(x, y) <= 1).toBe(true)
  })

  test('of a large network only what can be told apart is drawn, and the rest is said', () => {
    const star = Array.from({ length: 59 }, (_, nth) => address(0, nth + 1, nth + 1))
    const { nodes, edges, total } = addressNetwork(star, {}, actors)
    expect(total).toEqual({ nodes: 60, edges: 59 })
    expect(edges.map(({ weight }) => weight)).toEqual(Array.from({ length: 30 }, (_, nth) => 59 - nth))
    expect(nodes.map((node) => node.id).toSorted()).toEqual([id(0), ...Array.from({ length: 30 }, (_, nth) => id(30 + nth))])
    const more = addressNetwork(star, {}, actors, 300)
    expect([more.nodes.length, more.edges.length]).toEqual([40, 39])
  })
})

describe('who agrees', () => {
  const says = (actor: number, theme: number, side: Position['side']): Position => ({
    actorId: id(actor),
    themeId: id(theme),
    side,
    statements: 1,
    documents: 1,
  })
  const ties = agreementTies([says(1, 100, 'supports'), says(2, 100, 'supports'), says(1, 101, 'opposes'), says(2, 101, 'supports')], {
    weight: 'once',
    norm: 'no',
  })

  test('an edge of agreement asks for what both say, one of conflict for what divides them', () => {
    const asks = (kind: 'agreement' | 'conflict') =>
      tieNetwork(kind, ties, {}, { actors, themes }).edges.map((edge) => printQuery(edge.ask, IDS_ONLY))
    expect(asks('agreement')).toEqual([`actor:#${id(1)}, #${id(2)} as source and theme:#${id(100)} with stance supports`])
    expect(asks('conflict')).toEqual([
      `actor:#${id(2)} as source and theme:#${id(101)} with stance supports or ` +
        `actor:#${id(1)} as source and theme:#${id(101)} with stance opposes`,
    ])
  })

  test('those who only agree with each other are coalitions', () => {
    const camps = agreementTies([1, 2, 3].map((nth) => says(nth, 100, 'supports')).concat([4, 5].map((nth) => says(nth, 101, 'opposes'))), {
      weight: 'once',
      norm: 'no',
    })
    const { nodes } = tieNetwork('agreement', camps, {}, { actors, themes })
    expect(Object.fromEntries(nodes.map((node) => [node.id, node.coalition]))).toEqual({
      [id(1)]: 1,
      [id(2)]: 1,
      [id(3)]: 1,
      [id(4)]: 2,
      [id(5)]: 2,
    })
  })
})
