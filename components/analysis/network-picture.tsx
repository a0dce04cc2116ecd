import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { Network, NetworkEdge } from '#/lib/analysis/network.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import { NetworkNodeButton } from './network-node.tsx'
import { HEIGHT, type Point, placesOf, radiusOf, tiePath, WIDTH } from './network-shapes.ts'
import { tieWords } from './tie-words.ts'

interface NetworkPictureProps {
  ref: Ref<SVGSVGElement>
  label: string
  network: Network
  book: NameBook
  isPicked: (query: Query) => boolean
  /** What a node counts. */
  askFor: (id: string) => Query
  onPick: (query: Query) => void
}

/** The network drawn. Nodes are buttons and can be dragged to where they are wanted; ties open with the pointer, and as a table with keys. */
export function NetworkPicture({ ref, label, network, book, isPicked, askFor, onPick }: NetworkPictureProps) {
  const svg = useRef<SVGSVGElement>(null)
  useImperativeHandle(ref, () => svg.current as SVGSVGElement)
  const [pinned, setPinned] = useState<ReadonlyMap<string, Point>>(new Map())
  const [at, setAt] = useState(0)
  const places = placesOf(network, pinned)
  const most = Math.max(1, ...network.nodes.map(({ statements }) => statements))
  const radii = new Map(network.nodes.map(({ id, statements }) => [id, radiusOf(statements, most)]))
  const place = (id: string): Point => places.get(id) ?? { x: WIDTH / 2, y: HEIGHT / 2 }

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (at + step + network.nodes.length) % network.nodes.length
    setAt(next)
    svg.current?.querySelectorAll<SVGGElement>('[data-node]')[next]?.focus()
  }
  const toPicture = ({ x, y }: Point): Point => {
    const matrix = svg.current?.getScreenCTM()?.inverse()
    return matrix ? new DOMPoint(x, y).matrixTransform(matrix) : { x, y }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons in it
    <svg ref={svg} className="net" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {network.edges.map((edge) => {
        const { line, head } = tiePath(place(edge.from), place(edge.to), radii.get(edge.to) ?? 10, network.kind === 'addresses')
        const classes = ['e', isOpposing(edge, network.kind) && 'e--against', isPicked(edge.ask) && 'is-on'].filter(Boolean).join(' ')
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table is the way of the keyboard
          <g key={`${edge.from} ${edge.to}`} className={classes} data-h={hueOf(edge.themeId, book)} onClick={() => onPick(edge.ask)}>
            <title>{tieWords(edge, network.kind, book)}</title>
            <path className="e__line" d={line} strokeWidth={1 + 3.5 * edge.strength} />
            {head && <path className="e__head" d={head} />}
            <path className="e__touch" d={line} data-page-only="" />
          </g>
        )
      })}
      {network.nodes.map((node, nth) => (
        <NetworkNodeButton
          key={node.id}
          node={node}
          name={book.actor(node.id)?.name ?? t('Deleted actor')}
          kind={book.actor(node.id)?.kind ?? ''}
          place={place(node.id)}
          radius={radii.get(node.id) ?? 10}
          isTabStop={nth === Math.min(at, network.nodes.length - 1)}
          isOn={isPicked(askFor(node.id))}
          toPicture={toPicture}
          onDrag={(point) => setPinned(new Map(pinned).set(node.id, point))}
          onPick={() => {
            setAt(nth)
            onPick(askFor(node.id))
          }}
        />
      ))}
    </svg>
  )
}

function isOpposing({ supports, opposes }: NetworkEdge, kind: Network['kind']): boolean {
  return kind === 'conflict' || opposes > supports
}

function hueOf(themeId: string | null, book: NameBook): number | undefined {
  return themeId === null ? undefined : book.themes.hue(themeId)
}
