import { scaleBand, scaleLinear } from 'd3-scale'
import { type KeyboardEvent, type PointerEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import type { Period } from '#/lib/analysis/periods.ts'
import type { Bar } from '#/lib/analysis/timeline.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { barLabel } from './bar-label.ts'
import { periodWords } from './period-words.ts'
import { stackBars } from './stack-bars.ts'
import type { Branch, Window } from './timeline-pane.tsx'
import { useWidth } from './use-width.ts'

interface TimelinePictureProps {
  ref: Ref<SVGSVGElement>
  label: string
  bars: readonly Bar[]
  branches: readonly Branch[]
  period: Period
  picked: Window | null
  onPick: (window: Window) => void
}

const HEIGHT = 168
const TOP = 8
const GROUND = 146
const LEFT = 30
/** CSS pixels that the words under a bar need. */
const LABEL_ROOM = 74

/** Bars over time. Arrows move between bars, Shift takes several, Enter opens their excerpts; with the pointer, dragging takes several. */
export function TimelinePicture({ ref, label, bars, branches, period, picked, onPick }: TimelinePictureProps) {
  const id = useId()
  const svg = useRef<SVGSVGElement>(null)
  useImperativeHandle(ref, () => svg.current as SVGSVGElement)
  const width = useWidth(svg, 800)
  const [at, setAt] = useState(bars.length - 1)
  const [anchor, setAnchor] = useState(bars.length - 1)
  const dragFrom = useRef<number | null>(null)
  const stacks = stackBars(bars, branches)
  const x = scaleBand<number>().domain(bars.keys()).range([LEFT, width]).paddingInner(0.08)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...stacks.map(({ height }) => height))])
    .nice(3)
    .range([GROUND, TOP])
  const current = Math.max(0, Math.min(at, bars.length - 1))
  const every = Math.max(1, Math.ceil(LABEL_ROOM / x.step()))
  const isTaken = (nth: number) => at !== anchor && nth >= Math.min(at, anchor) && nth <= Math.max(at, anchor)
  const isPicked = ({ start, end }: Bar) => picked !== null && start >= picked.from && end <= picked.to

  const take = (one: number, other: number) => {
    const [first, last] = [bars[Math.min(one, other)], bars[Math.max(one, other)]]
    if (first && last) onPick({ from: first.start, to: last.end })
  }
  const barAt = ({ clientX }: PointerEvent): number => {
    const left = svg.current?.getBoundingClientRect().left ?? 0
    return Math.max(0, Math.min(bars.length - 1, Math.floor((clientX - left - LEFT) / x.step())))
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return take(current, Math.min(anchor, bars.length - 1))
    }
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(bars.length - 1, to))
    setAt(next)
    if (!event.shiftKey) setAnchor(next)
  }
  return (
    <svg
      ref={svg}
      className="bars"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a drawing of which parts are chosen
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${current}`}
      aria-label={label}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        const nth = barAt(event)
        dragFrom.current = nth
        setAnchor(nth)
        setAt(nth)
      }}
      onPointerMove={(event) => {
        if (dragFrom.current !== null) setAt(barAt(event))
      }}
      onPointerUp={(event) => {
        if (dragFrom.current === null) return
        take(dragFrom.current, barAt(event))
        dragFrom.current = null
      }}
      onPointerLeave={() => {
        dragFrom.current = null
      }}
    >
      {y.ticks(3).map((tick) => (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself
        <g key={tick} className="bars__tick" aria-hidden="true">
          <path d={`M${LEFT} ${y(tick)}H${width}`} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {Number.isInteger(tick) ? numberWords(tick) : ''}
          </text>
        </g>
      ))}
      {bars.map((bar, nth) => (
        <g
          key={bar.start}
          id={`${id}-${nth}`}
          role="option"
          aria-label={barLabel(bar, branches, period)}
          aria-selected={isPicked(bar)}
          className={['bar', (isPicked(bar) || isTaken(nth)) && 'is-on', nth === current && 'is-at'].filter(Boolean).join(' ')}
        >
          <title>{barLabel(bar, branches, period)}</title>
          <rect className="bar__room" data-page-only="" x={x(nth)} y={TOP} width={x.step()} height={GROUND - TOP} />
          {stacks[nth]?.parts.map(({ id, hue, from, to }) => (
            <rect
              key={id}
              className={hue === null ? 'bar__part bar__part--bare' : 'bar__part'}
              data-h={hue ?? undefined}
              x={x(nth)}
              y={y(to)}
              width={x.bandwidth()}
              height={Math.max(0, y(from) - y(to) - 0.5)}
            />
          ))}
        </g>
      ))}
      {bars.map(
        ({ start }, nth) =>
          nth % every === 0 && (
            <text key={start} className="bars__day" x={x(nth)} y={HEIGHT - 6}>
              {periodWords(start, period)}
            </text>
          ),
      )}
    </svg>
  )
}
