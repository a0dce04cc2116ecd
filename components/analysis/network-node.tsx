import { type PointerEvent, useRef } from 'react'
import { useKind } from '#/components/ui/kinds-context.ts'
import type { NetworkNode } from '#/lib/analysis/network.ts'
import type { Label } from '#/lib/analysis/place-labels.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { shortName } from './network-labels.ts'
import { outlineOf, type Point } from './network-shapes.ts'

interface NetworkNodeProps {
  node: NetworkNode
  name: string
  /** Slug. */
  kind: string
  place: Point
  radius: number
  /** Where its name stands; null: there is no room for it. */
  label: Label | null
  /** What is looked at is something else. */
  isFar: boolean
  isTabStop: boolean
  isOn: boolean
  /** From the window to the picture. */
  toPicture: (point: Point) => Point
  onDrag: (point: Point) => void
  onPick: () => void
  /** It is looked at, or no longer. */
  onLook: (isLookedAt: boolean) => void
}

/** Pixels a press may move and still be a press. */
const STILL = 4

/** An actor of a network: its shape says what it is, its size how much it says. */
export function NetworkNodeButton(props: NetworkNodeProps) {
  const { node, name, kind, place, radius, label, isFar, isTabStop, isOn, toPicture, onDrag, onPick, onLook } = props
  const { glyph, name: kindName } = useKind(kind)
  const pressedAt = useRef<Point | null>(null)
  const wasDragged = useRef(false)
  const said = counted(node.statements, 'excerpt')
  const parts = [`${name}: ${said}`, kindName, node.coalition !== null && t('coalition {number}', { number: node.coalition })]

  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (!pressedAt.current) return
    const isStill = Math.hypot(clientX - pressedAt.current.x, clientY - pressedAt.current.y) < STILL
    if (isStill && !wasDragged.current) return
    wasDragged.current = true
    onDrag(toPicture({ x: clientX, y: clientY }))
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: there are no buttons in drawings */}
      <g
        data-node=""
        role="button"
        className={['n', isOn && 'is-on', isFar && 'is-far'].filter(Boolean).join(' ')}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={parts.filter(Boolean).join(', ')}
        aria-pressed={isOn}
        onPointerEnter={() => onLook(true)}
        onPointerLeave={() => onLook(false)}
        onFocus={() => onLook(true)}
        onBlur={() => onLook(false)}
        onPointerDown={(event) => {
          // What is behind a node is not dragged with it.
          event.stopPropagation()
          pressedAt.current = { x: event.clientX, y: event.clientY }
          wasDragged.current = false
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          pressedAt.current = null
        }}
        onPointerCancel={() => {
          pressedAt.current = null
        }}
        onClick={() => {
          if (!wasDragged.current) onPick()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onPick()
        }}
      >
        <title>{parts.filter(Boolean).join(', ')}</title>
        <path
          className={glyph === 'civilians' || glyph === 'other' ? 'n__shape n__shape--loose' : 'n__shape'}
          transform={`translate(${place.x - radius} ${place.y - radius}) scale(${radius / 8})`}
          d={outlineOf(glyph)}
        />
      </g>
      {/* Beside the button, which has them in its name: names too long to be drawn are cut.
          biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself */}
      <g className={isFar ? 'n__words is-far' : 'n__words'} aria-hidden="true">
        {node.coalition !== null && (
          <text className="n__camp" x={place.x} y={place.y + 4} textAnchor="middle">
            {node.coalition}
          </text>
        )}
        {label && (
          <text className="n__name" x={label.x} y={label.y} textAnchor={label.anchor}>
            {shortName(name)}
          </text>
        )}
      </g>
    </>
  )
}
