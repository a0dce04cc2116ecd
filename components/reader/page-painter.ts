import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { untaggedIn, untaggedWords } from '#/components/radar/untagged.ts'
import { MOST_FOLLOWED } from '#/lib/text/most-followed.ts'
import { paint } from './decorations.ts'
import { measurePassages } from './measure-passages.ts'
import { Observable } from './observable.ts'
import type { ReaderModel } from './reader-model.ts'
import type { ReaderState } from './reader-state.ts'
import type { PaintedPassage } from './segments.ts'
import { type PositionRange, visibleRange } from './visible-range.ts'

/** Painted above and below what is seen, px. */
const MARGIN = 700
/** Painted anew when less than this is left, px. */
const ENOUGH = 250
/** Bars and cards are drawn for what is in sight and this much above and below it, px: they cost far more than paint. */
const NEARBY = 240
/** While scrolling, bars and cards come and go in steps of so many px. */
const NEARBY_STEP = 120

/** A passage on the page, px from the top of the text column. */
export interface PlacedPassage {
  id: string
  /** Top of its first line, bottom of its last. */
  top: number
  bottom: number
  lane: number
}

/** What stands beside the text, as measured. */
export interface PageLayout {
  /** The painted passages in document order. */
  passages: readonly PlacedPassage[]
  /** What is in sight or nearly so, px from the top of the text column: only here bars and cards are drawn. */
  nearTop: number
  nearBottom: number
  /** Anchored statements before and after what is seen. */
  above: number
  below: number
  /** The text has no words. */
  isEmpty: boolean
  /** Goes up with every measurement, also when only the text around moved. */
  round: number
  /** Goes up when words changed, a moment after. */
  textRound: number
}

/** Bars and cards follow when scrolling or typing rests for so long, ms, and at the latest after so long. */
const REST_MS = 100
const LATEST_MS = 400

/** Cards show changed words when typing rests for so long, ms. */
const TEXT_ROUND_MS = 250

/** An untagged name that is underlined. */
interface Hint extends PositionRange {
  /** What is said of it. */
  words: string
  /** The name as it stands there. */
  text: string
}

/** State whose change means other decorations. */
const PAINTED_STATE = [
  'codebook',
  'colouring',
  'textOnly',
  'activeId',
  'hoverId',
  'focusItem',
  'popover',
  'resizing',
  'preview',
  'flashId',
  'mode',
  'radar',
] as const satisfies readonly (keyof ReaderState)[]

/**
 * Keeps the visible part of the text painted and measured: on scrolling, resizing, edits, others' tags and changes of
 * the screen's state. Everything happens at most once per frame.
 */
export class PagePainter {
  readonly layout = new Observable<PageLayout>({
    passages: [],
    nearTop: 0,
    nearBottom: 0,
    above: 0,
    below: 0,
    isEmpty: false,
    round: 0,
    textRound: 0,
  })
  private readonly model: ReaderModel
  private readonly desk: HTMLElement
  private readonly column: HTMLElement
  private readonly stop: (() => void)[] = []
  private painted: PositionRange = { from: 0, to: 0 }
  private state: ReaderState
  private frame = 0
  private textTimer: ReturnType<typeof setTimeout> | undefined
  private stale = true
  /** The range whose passages have been measured since words or lines last moved; null when none has. */
  private measured: PositionRange | null = null
  /** When scrolling or typing will have rested, and when places were measured last (`performance.now`). */
  private restAt = 0
  private measuredAt = Number.NEGATIVE_INFINITY
  private restTimer: ReturnType<typeof setTimeout> | undefined
  private hints: readonly Hint[] = []

  /**
   * @param desk the scrolling element
   * @param column the text column, which passages are measured against
   */
  constructor(model: ReaderModel, desk: HTMLElement, column: HTMLElement) {
    this.model = model
    this.desk = desk
    this.column = column
    this.state = model.ui.get()
    const onScroll = () => {
      this.restAt = performance.now() + REST_MS
      this.schedule(false)
    }
    desk.addEventListener('scroll', onScroll, { passive: true })
    const resized = new ResizeObserver(() => this.schedule(true))
    resized.observe(column)
    resized.observe(desk)
    const onDocument = ({ transaction }: { transaction: Transaction }) => transaction.docChanged && this.onEdit(transaction)
    model.editor?.on('transaction', onDocument)
    this.stop.push(
      model.store.subscribe(() => this.schedule(true)),
      model.ui.subscribe(() => this.onState()),
      model.find.state.subscribe(() => this.schedule(true)),
      model.radar.state.subscribe(() => this.onRadar()),
      model.talk.state.subscribe(() => this.schedule(true)),
      model.news.state.subscribe(() => this.schedule(false)),
      () => desk.removeEventListener('scroll', onScroll),
      () => resized.disconnect(),
      () => model.editor?.off('transaction', onDocument),
    )
    this.schedule(true)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    clearTimeout(this.textTimer)
    clearTimeout(this.restTimer)
    for (const stop of this.stop) stop()
  }

  private onEdit({ mapping }: Transaction): void {
    this.measured = null
    this.schedule(mapping.maps.length > MOST_FOLLOWED)
    clearTimeout(this.textTimer)
    this.textTimer = setTimeout(() => this.layout.set({ textRound: this.layout.get().textRound + 1 }), TEXT_ROUND_MS)
  }

  private onState(): void {
    const before = this.state
    this.state = this.model.ui.get()
    if (PAINTED_STATE.some((field) => before[field] !== this.state[field])) this.schedule(true)
  }

  /** Names are found a moment after each key; only when others are to be underlined than before is everything painted anew. */
  private onRadar(): void {
    const now = this.findHints()
    const before = this.hints
    if (now.length !== before.length || now.some(({ words, text }, at) => words !== before[at]!.words || text !== before[at]!.text))
      this.schedule(true)
  }

  private findHints(): Hint[] {
    return untaggedIn(this.model, this.painted).map((mention) => ({
      from: mention.from,
      to: mention.to,
      words: untaggedWords(this.model, mention),
      text: mention.words,
    }))
  }

  /** @param stale whether the passages themselves changed, not only what is in sight */
  private schedule(stale: boolean): void {
    this.stale ||= stale
    if (this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.run()
    })
  }

  private run(): void {
    const { view } = this.model
    if (!view || !this.state.loaded) return
    // Decorations must not change under an input method; the next frame tries again.
    if (view.composing) {
      this.schedule(false)
      return
    }
    const needed = visibleRange(view, this.desk, ENOUGH)
    if (this.stale || needed.from < this.painted.from || needed.to > this.painted.to) {
      if (this.stale) this.restAt = 0
      if (this.stale) this.measured = null
      this.stale = false
      this.painted = visibleRange(view, this.desk, MARGIN)
      this.hints = this.findHints()
      this.paintRange()
    }
    this.measureSoon(view)
  }

  /** Whoever scrolls or types fast must not wait for bars and cards; a popover or handle goes with every frame. */
  private measureSoon(view: EditorView): void {
    const now = performance.now()
    const { popover, activeId } = this.state
    clearTimeout(this.restTimer)
    if (now < this.restAt && now - this.measuredAt < LATEST_MS && !popover && activeId === null) {
      this.restTimer = setTimeout(() => this.schedule(false), this.restAt - now)
      return
    }
    this.measuredAt = now
    this.measure(view)
  }

  private paintRange(): void {
    const { view } = this.model
    const { popover, preview, resizing, activeId, flashId } = this.state
    if (!view) return
    const pending = resizing ?? preview ?? (popover?.statementId === null ? popover.range : null)
    const hits = [...this.model.find.marked(this.painted), ...this.identical(popover?.identical?.places ?? [])]
    paint(view, { passages: this.passagesIn(this.painted), focus: this.focus(), activeId, pending, hits, hints: this.hints, flashId })
  }

  /** The other places that are about to be tagged, marked as words that were looked for. */
  private identical(places: readonly PositionRange[]): (PositionRange & { isCurrent: boolean })[] {
    const { from, to } = this.painted
    return places.filter((place) => place.to > from && place.from < to).map((place) => ({ ...place, isCurrent: false }))
  }

  private passagesIn({ from, to }: PositionRange): PaintedPassage[] {
    const { positions } = this.model.store
    const { colouring } = this.state
    const { threads } = this.model.talk.state.get()
    return this.model.store
      .arrange()
      .filter(({ passage: { row } }) => positions.has(row) && positions.to[row]! > from && positions.from[row]! < to)
      .map(({ passage: { row, annotation }, slots }) => ({
        id: annotation.id,
        from: positions.from[row]!,
        to: positions.to[row]!,
        hues: colouring.huesOf(annotation),
        slots,
        noted: annotation.memos.length > 0 || threads.has(annotation.id),
      }))
  }

  /** Hovering one statement, or choosing an item of the codebook, lets the others step back. */
  private focus(): ReadonlySet<string> | null {
    const { hoverId, focusItem } = this.state
    if (hoverId !== null) return new Set([hoverId])
    if (!focusItem) return null
    const tagged = this.model.store
      .arrange()
      .filter(({ passage: { annotation } }) =>
        focusItem.kind === 'actor'
          ? annotation.actors.some(({ actorId }) => actorId === focusItem.id)
          : annotation.themes.some(({ themeId }) => themeId === focusItem.id),
      )
    return new Set(tagged.map(({ passage }) => passage.annotation.id))
  }

  private measure(view: EditorView): void {
    const { passages: before, round } = this.layout.get()
    const origin = this.column.getBoundingClientRect().top
    const frame = this.desk.getBoundingClientRect()
    const known = this.measured && { range: this.measured, places: before }
    const passages =
      this.measured === this.painted ? before : keepSame(before, measurePassages(view, this.model.store, this.painted, origin, known))
    this.measured = this.painted
    const nearTop = step(frame.top - origin - NEARBY, Math.floor)
    const nearBottom = step(frame.bottom - origin + NEARBY, Math.ceil)
    const { doc } = view.state
    const isEmpty = doc.content.size < 100 && doc.textContent.trim() === ''
    this.layout.set({ passages, nearTop, nearBottom, ...this.countHidden(view, passages), isEmpty, round: round + 1 })
  }

  /** Anchored statements that end before what is in sight, and that begin after it. */
  private countHidden(view: EditorView, painted: readonly PlacedPassage[]): { above: number; below: number } {
    const { positions } = this.model.store
    const arranged = this.model.store.arrange()
    const inSight = visibleRange(view, this.desk, 0)
    this.model.readShare = Math.max(this.model.readShare, Math.min(1, inSight.to / Math.max(1, view.state.doc.content.size)))
    const startsBefore = (limit: number) => countWhile(arranged, ({ passage: { row } }) => positions.from[row]! < limit)
    const begun = startsBefore(inSight.from)
    const waiting = this.waitingPlaces()
    const reachIn = painted.filter(({ id }) => {
      const range = this.model.rangeOf(id)
      return range && range.from < inSight.from && range.to > inSight.from
    })
    const above = begun - reachIn.length - waiting.filter(({ from, to }) => from < inSight.from && to <= inSight.from).length
    const below = arranged.length - startsBefore(inSight.to) - waiting.filter(({ from }) => from >= inSight.to).length
    return { above, below }
  }

  /** Others' new statements that have no cards yet. */
  private waitingPlaces(): PositionRange[] {
    return [...this.model.news.state.get().waiting].flatMap((id) => this.model.rangeOf(id) ?? [])
  }
}

const step = (px: number, round: (value: number) => number) => round(px / NEARBY_STEP) * NEARBY_STEP

/** How many elements at the front of a list hold, when all that do stand before all that do not. */
function countWhile<T>(list: readonly T[], holds: (element: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** The new places, with the old objects where nothing moved (and the old list when nothing did), so that only what moved is drawn again. */
function keepSame(before: readonly PlacedPassage[], now: PlacedPassage[]): readonly PlacedPassage[] {
  const known = new Map(before.map((place) => [place.id, place]))
  const kept = now.map((place) => {
    const old = known.get(place.id)
    return old && old.top === place.top && old.bottom === place.bottom && old.lane === place.lane ? old : place
  })
  return kept.length === before.length && kept.every((place, i) => place === before[i]) ? before : kept
}
