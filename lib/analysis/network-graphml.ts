import { graphmlOf } from '#/lib/format/graphml.ts'
import type { Network } from './network.ts'

const KEYS = [
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['statements', 'node', 'int'],
  ['coalition', 'node', 'int'],
  ['weight', 'edge', 'double'],
  ['supports', 'edge', 'int'],
  ['opposes', 'edge', 'int'],
  ['theme', 'edge', 'string'],
] as const

/** The network that is drawn as GraphML; directed when it is about who addresses whom. */
export function networkGraphml(
  { kind, nodes, edges }: Network,
  actorOf: (id: string) => { name: string; kind: string } | undefined,
  themeName: (id: string) => string,
): string {
  return graphmlOf({
    id: kind,
    isDirected: kind === 'addresses',
    keys: KEYS,
    nodes: nodes.map(({ id, statements, coalition }) => {
      const actor = actorOf(id)
      return { id, values: { label: actor?.name ?? '', kind: actor?.kind ?? '', statements, coalition } }
    }),
    edges: edges.map(({ from, to, weight, supports, opposes, themeId }) => ({
      from,
      to,
      values: { weight, supports, opposes, theme: themeId === null ? '' : themeName(themeId) },
    })),
  })
    .toArray()
    .join('')
}
