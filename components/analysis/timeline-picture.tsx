import { scaleBand, scaleLinear } from 'd3-scale'
import { type KeyboardEvent, type PointerEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import type { Period } from '#/lib/analysis/periods.ts'
import type { Bar } from '#/lib/analysis/timeline.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { barLabel } from './bar-label.ts'
import { periodWords } from './period-words.ts'
import { stackBars } from './stack-bars.ts'
import type { TimelineProps } from './timeline-pane.tsx'
import { useSize } from './use-size.ts'

/** Size until its own is known, and what stands above and under the bars. */
const USUAL_SIZE = { width: 800, height: 168 }
const TOP = 8
const UNDER = 22
/** CSS pixels that a figure of the axis needs per digit, and beside it. */
const DIGIT = 7
const BESIDE = 10
/** CSS pixels that the words under a bar need. */
const LABEL_ROOM = 80
/** A week is called by its first day. */
const axisWords = (start: string, period: Period) => periodWords(start, period === 'week' ? 'day' : period)

/**
 * Bars over time. Arrows move between bars, Shift takes several, Enter opens their excerpts; with the pointer, dragging takes several.
 * What is chosen is moved along by arrows, and given up with Escape.
 */
export function TimelinePicture({ ref, label, bars, branches, period, picked, onPick }: TimelineProps & { ref: Ref<SVGSVGElement> }) {
  const id = useId()
  const svg = useRef<SVGSVGElement>(null)
  useImperativeHandle(ref, () => svg.current as SVGSVGElement)
  const { width, height } = useSize(svg, USUAL_SIZE)
  const ground = height - UNDER
  const [at, setAt] = useState(bars.length - 1)
  const [anchor, setAnchor] = useState(bars.length - 1)
  const dragFrom = useRef<number | null>(null)
  const stacks = stackBars(bars, branches)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...stacks.map((stack) => stack.height))])
    .nice(3)
    .range([ground, TOP])
  const figures = y.ticks(3).map((tick) => ({ tick, words: Number.isInteger(tick) ? numberWords(tick) : '' }))
  const left = BESIDE + DIGIT * Math.max(...figures.map(({ words }) => words.length))
  const x = scaleBand<number>().domain(bars.keys()).range([left, width]).paddingInner(0.08)
  const current = Math.max(0, Math.min(at, bars.length - 1))
  const every = Math.max(1, Math.ceil(LABEL_ROOM / x.step()))
  const isTaken = (nth: number) => at !== anchor && nth >= Math.min(at, anchor) && nth <= Math.max(at, anchor)
  const isPicked = ({ start, end }: Bar) => picked !== null && start >= picked.from && end <= picked.to

  const take = (one: number, other: number) => {
    const [first, last] = [bars[Math.min(one, other)], bars[Math.max(one, other)]]
    if (first && last) onPick({ from: first.start, to: last.end })
  }
  const barAt = ({ clientX }: PointerEvent): number => {
    const begins = svg.current?.getBoundingClientRect().left ?? 0
    return Math.max(0, Math.min(bars.length - 1, Math.floor((clientX - begins - left) / x.step())))
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return take(current, Math.min(anchor, bars.length - 1))
    }
    if (picked && event.key === 'Escape') {
      event.preventDefault()
      return onPick(picked)
    }
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const [first, last] = [bars.findIndex(isPicked), bars.findLastIndex(isPicked)]
    if (by !== undefined && first >= 0 && !event.shiftKey) {
      event.preventDefault()
      if (!bars[first + by] || !bars[last + by]) return
      setAt(last + by)
      setAnchor(first + by)
      return take(first + by, last + by)
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
      viewBox={`0 0 ${width} ${height}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a drawing of which parts are chosen
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${current}`}
      aria-label={label}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
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
      onPointerCancel={() => {
        dragFrom.current = null
      }}
    >
      {figures.map(({ tick, words }) => (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself
        <g key={tick} className="bars__tick" aria-hidden="true">
          <path d={`M${left} ${y(tick)}H${width}`} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {words}
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
          <rect className="bar__room" data-page-only="" x={x(nth)} y={TOP} width={x.step()} height={ground - TOP} />
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
          nth % every === 0 &&
          (x(nth) ?? 0) + LABEL_ROOM <= width && (
            <text key={start} className="bars__day" x={x(nth)} y={height - 6}>
              {axisWords(start, period)}
            </text>
          ),
      )}
    </svg>
  )
}
