import type { Network, NetworkEdge } from '#/lib/analysis/network.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { Query } from '#/lib/query/query.ts'
import { type Point, tiePath } from './network-shapes.ts'
import { tieWords } from './tie-words.ts'

interface NetworkTiesProps {
  network: Network
  book: NameBook
  nodes: readonly { id: string; place: Point; radius: number }[]
  /** Whose ties are looked at; null: nobody's. */
  looked: string | null
  isPicked: (query: Query) => boolean
  onPick: (query: Query) => void
}

/** Widths of lines, CSS pixels; many are drawn thinner. */
const LEAST = 0.8
const MANY = 60

/** The lines of a network, in the hue of what is said most along them. */
export function NetworkTies({ network: { edges, kind }, book, nodes, looked, isPicked, onPick }: NetworkTiesProps) {
  const most = edges.length > MANY ? 1.4 : 3.2
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return edges.map((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (!from || !to) return null
    const { line, head } = tiePath(from.place, to.place, to.radius, kind === 'addresses')
    const isFar = looked !== null && edge.from !== looked && edge.to !== looked
    const classes = ['e', isOpposing(edge, kind) && 'e--against', isPicked(edge.ask) && 'is-on', isFar && 'is-far']
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table is the way of the keyboard
      <g
        key={`${edge.from} ${edge.to}`}
        className={classes.filter(Boolean).join(' ')}
        data-h={edge.themeId === null ? undefined : book.themes.hue(edge.themeId)}
        onClick={() => onPick(edge.ask)}
      >
        <title>{tieWords(edge, kind, book)}</title>
        <path className="e__line" d={line} strokeWidth={LEAST + most * edge.strength ** 1.5} />
        {head && <path className="e__head" d={head} />}
        <path className="e__touch" d={line} data-page-only="" />
      </g>
    )
  })
}

function isOpposing({ supports, opposes }: NetworkEdge, kind: Network['kind']): boolean {
  return kind === 'conflict' || opposes > supports
}
