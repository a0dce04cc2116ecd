import { type KeyboardEvent, type PointerEvent, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { IconButton } from '#/components/ui/icon-button.tsx'
import type { Network, NetworkNode } from '#/lib/analysis/network.ts'
import { separate } from '#/lib/analysis/separate.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import { nameLabels } from './network-labels.ts'
import { NetworkNodeButton } from './network-node.tsx'
import { inLayout, inPicture, type Point, radiusOf, USUAL_SIZE } from './network-shapes.ts'
import { NetworkTies } from './network-ties.tsx'
import { type Size, useSize } from './use-size.ts'
import { useZoom } from './use-zoom.ts'

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

/** How much a button or a key zooms. */
const STEP = 1.4
/** CSS pixels between nodes, and for words under them. */
const ROOM = 6
const LINE = 18

/**
 * The network drawn. Nodes are buttons and can be dragged to where they are wanted; ties open with the pointer, and as a table with
 * keys. Plus, minus and 0 zoom; what is behind the nodes can be dragged.
 */
export function NetworkPicture({ ref, label, network, book, isPicked, askFor, onPick }: NetworkPictureProps) {
  const svg = useRef<SVGSVGElement>(null)
  useImperativeHandle(ref, () => svg.current as SVGSVGElement)
  const size = useSize(svg, USUAL_SIZE)
  const { zoom, zoomBy, moveBy, showAll } = useZoom(svg, size)
  const [pinned, setPinned] = useState<ReadonlyMap<string, Point>>(new Map())
  const [at, setAt] = useState(0)
  const [looked, setLooked] = useState<string | null>(null)
  const grip = useRef<Point | null>(null)

  const most = mostOf(network.nodes)
  const places = useMemo(() => apart(network.nodes, pinned, size), [network.nodes, pinned, size])
  const nodes = network.nodes.map((node) => {
    const { x, y } = places.get(node.id) ?? inPicture(node, size)
    const place = { x: x * zoom.scale + zoom.x, y: y * zoom.scale + zoom.y }
    return { ...node, place, radius: radiusOf(node.statements, most), name: book.actor(node.id)?.name ?? t('Deleted actor') }
  })
  const labels = nameLabels(nodes, size, looked)
  const near = looked === null ? null : neighbours(network, looked)

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const zooms = { '+': () => zoomBy(STEP), '=': () => zoomBy(STEP), '-': () => zoomBy(1 / STEP), '0': showAll }[event.key]
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey || (!zooms && step === undefined)) return
    event.preventDefault()
    if (step === undefined) return zooms?.()
    const next = (at + step + nodes.length) % nodes.length
    setAt(next)
    svg.current?.querySelectorAll<SVGGElement>('[data-node]')[next]?.focus()
  }
  const toLayout = ({ x, y }: Point): Point => {
    const { left = 0, top = 0 } = svg.current?.getBoundingClientRect() ?? {}
    return inLayout({ x: (x - left - zoom.x) / zoom.scale, y: (y - top - zoom.y) / zoom.scale }, size)
  }
  const onGrip = (event: PointerEvent<SVGSVGElement>) => {
    if (zoom.scale === 1 || event.button !== 0) return
    grip.current = { x: event.clientX, y: event.clientY }
  }
  const onDragPicture = ({ clientX, clientY }: PointerEvent) => {
    if (!grip.current) return
    moveBy(clientX - grip.current.x, clientY - grip.current.y)
    grip.current = { x: clientX, y: clientY }
  }
  const onLeave = () => {
    grip.current = null
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with buttons in it */}
      <svg
        ref={svg}
        className={zoom.scale > 1 ? 'net net--near' : 'net'}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
        onPointerDown={onGrip}
        onPointerMove={onDragPicture}
        onPointerUp={onLeave}
        onPointerLeave={onLeave}
      >
        <NetworkTies network={network} book={book} nodes={nodes} looked={looked} isPicked={isPicked} onPick={onPick} />
        {nodes.map((node, nth) => (
          <NetworkNodeButton
            key={node.id}
            node={node}
            name={node.name}
            kind={book.actor(node.id)?.kind ?? ''}
            place={node.place}
            radius={node.radius}
            label={labels.get(node.id) ?? null}
            isFar={near !== null && !near.has(node.id)}
            isTabStop={nth === Math.min(at, nodes.length - 1)}
            isOn={isPicked(askFor(node.id))}
            toPicture={toLayout}
            onDrag={(point) => setPinned(new Map(pinned).set(node.id, point))}
            onLook={(isLooked) => setLooked(isLooked ? node.id : null)}
            onPick={() => {
              setAt(nth)
              onPick(askFor(node.id))
            }}
          />
        ))}
      </svg>
      <div className="netzoom">
        <IconButton icon="plus" small label={t('Zoom in')} onClick={() => zoomBy(STEP)} />
        <IconButton icon="minus" small label={t('Zoom out')} disabled={zoom.scale === 1} onClick={() => zoomBy(1 / STEP)} />
      </div>
    </>
  )
}

/** Where nodes stand, each with room for itself and a line of words under it. */
function apart(nodes: readonly NetworkNode[], pinned: ReadonlyMap<string, Point>, size: Size): Map<string, Point> {
  const most = mostOf(nodes)
  return separate(
    nodes.map((node) => {
      const radius = radiusOf(node.statements, most)
      const place = inPicture(pinned.get(node.id) ?? node, size)
      return { id: node.id, ...place, side: radius + ROOM, above: radius + ROOM, below: radius + LINE, isPinned: pinned.has(node.id) }
    }),
    size,
  )
}

function mostOf(nodes: readonly NetworkNode[]): number {
  return Math.max(1, ...nodes.map(({ statements }) => statements))
}

/** An actor and all it has ties with. */
function neighbours({ edges }: { edges: readonly { from: string; to: string }[] }, id: NetworkNode['id']): Set<string> {
  return new Set([id, ...edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))])
}
