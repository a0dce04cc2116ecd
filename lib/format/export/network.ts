import type { Stance } from '#/lib/codebook/codebook.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { ExportContext } from './format.ts'

export interface NetworkNode {
  id: string
  /** Of a theme its whole path, with " > " between: names alone are not unique. */
  label: string
  sort: 'actor' | 'theme'
  /** Slug of an actor's kind; empty for themes. */
  kind: string
  /** Statements that are tagged with it. */
  statements: number
}

export interface NetworkEdge {
  from: string
  to: string
  /** `addresses`: from the source to the recipient of a statement; `speaks on`: from its source to a theme. */
  sort: 'addresses' | 'speaks on'
  /** Statements that say so. */
  weight: number
  /** How many with each stance; of actors to actors all none. */
  stances: Record<Stance, number>
}

/** Who speaks to whom and on what, counted over excerpts. As large as the codebook and the pairs that occur, whatever the number of excerpts. */
export class Network {
  readonly nodes = new Map<string, NetworkNode>()
  readonly #edges = new Map<string, NetworkEdge>()

  get edges(): NetworkEdge[] {
    return [...this.#edges.values()]
  }

  add({ actors, themes }: Pick<Excerpt, 'actors' | 'themes'>): void {
    const seen = new Set<string>()
    for (const { id, name, kind } of actors) this.#node({ id, label: name, sort: 'actor', kind }, seen)
    for (const { id, path } of themes) this.#node({ id, label: path.join(' > '), sort: 'theme', kind: '' }, seen)
    for (const source of actors) {
      if (source.role !== 'source') continue
      for (const other of actors) if (other.role === 'recipient') this.#edge(source.id, other.id, 'addresses', 'none')
      for (const theme of themes) this.#edge(source.id, theme.id, 'speaks on', theme.stance)
    }
  }

  #node(node: Omit<NetworkNode, 'statements'>, seen: Set<string>): void {
    if (seen.has(node.id)) return
    seen.add(node.id)
    const known = this.nodes.get(node.id)
    if (known) known.statements++
    else this.nodes.set(node.id, { ...node, statements: 1 })
  }

  #edge(from: string, to: string, sort: NetworkEdge['sort'], stance: Stance): void {
    const key = `${from}|${to}|${sort}`
    const known = this.#edges.get(key) ?? { from, to, sort, weight: 0, stances: { supports: 0, opposes: 0, neutral: 0, mixed: 0, none: 0 } }
    known.weight++
    known.stances[stance]++
    this.#edges.set(key, known)
  }
}

/** The network of all excerpts. */
export async function readNetwork(batches: AsyncIterable<readonly Excerpt[]>): Promise<Network> {
  const network = new Network()
  for await (const batch of batches) for (const excerpt of batch) network.add(excerpt)
  return network
}

/** Mean of supports (1), neutral and mixed (0) and opposes (-1), three decimals; null when no stance was recorded. */
export function meanStance({ supports, opposes, neutral, mixed }: NetworkEdge['stances']): number | null {
  const told = supports + opposes + neutral + mixed
  return told === 0 ? null : Math.round(((supports - opposes) / told) * 1000) / 1000
}

/** What an actor of the codebook belongs to, as names from the top. */
export function actorPath({ actors }: ExportContext['codebook'], id: string): string {
  return pathOf(actors, id)
    .map((step) => step.name)
    .join(' > ')
}
