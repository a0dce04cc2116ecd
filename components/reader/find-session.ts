import type { Transaction } from '@tiptap/pm/state'
import { type FindOptions, type FoundRange, findFolded, MOST_HITS } from '#/lib/text/find.ts'
import { type FoldedText, foldForFind } from '#/lib/text/find-fold.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { MOST_FOLLOWED } from '#/lib/text/most-followed.ts'
import { toPos } from '#/lib/text/positions.ts'
import { Observable } from './observable.ts'
import { PassagePositions } from './passage-positions.ts'
import type { ReaderModel } from './reader-model.ts'
import type { PositionRange } from './visible-range.ts'

export interface FindState {
  isOpen: boolean
  /** The second line, for replacing, is unfolded. */
  isReplacing: boolean
  query: string
  replacement: string
  options: FindOptions
  count: number
  /** There are more hits than are listed. */
  more: boolean
  /** Number of the current hit from 0, -1 when there is none. */
  current: number
  /** Goes up when hits came, went or moved. */
  round: number
}

/** Words that changed are searched anew when typing rests for so long, ms. Until then hits move with the text. */
const QUIET_MS = 200
/** Hits marked at once at most; a letter on a full screen has more, and nobody tells them apart. */
const MOST_MARKED = 300
const START: FindState = {
  isOpen: false,
  isReplacing: false,
  query: '',
  replacement: '',
  options: { matchCase: false, wholeWords: false, exactLetters: false },
  count: 0,
  more: false,
  current: -1,
  round: 0,
}

/** What is looked for in the open text, and where it is. Hits follow the text while it is edited. */
export class FindSession {
  readonly state = new Observable<FindState>(START)
  private readonly model: ReaderModel
  private hits = new PassagePositions()
  /** Where the search began, or was gone on with: what is typed letter by letter is looked for from there. */
  private origin = 0
  private folded: { source: string; options: FindOptions; text: FoldedText } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(model: ReaderModel) {
    this.model = model
  }

  /** Changes what is looked for; the first hit from where the search began becomes the current one. */
  look(change: Partial<Pick<FindState, 'query' | 'options'>>): void {
    this.state.set(change)
    this.search()
  }

  /** The current hit; null when there is none. */
  get current(): PositionRange | null {
    return this.hit(this.state.get().current)
  }

  /** Makes the next (1) or previous (-1) hit the current one; from the last it goes to the first. */
  step(by: 1 | -1): void {
    const { current, count } = this.state.get()
    if (count === 0) return
    this.state.set({ current: (Math.max(0, current) + by + count) % count })
    this.origin = this.current?.from ?? this.origin
  }

  /** The hits to mark in a part of the text: those nearest its middle when there are very many. */
  marked({ from, to }: PositionRange): (PositionRange & { isCurrent: boolean })[] {
    const { current, isOpen } = this.state.get()
    if (!isOpen) return []
    const first = this.firstFrom(from)
    const end = this.firstFrom(to)
    const middle = Math.max(first + MOST_MARKED / 2, Math.min(this.firstFrom((from + to) / 2), end - MOST_MARKED / 2))
    const marked: (PositionRange & { isCurrent: boolean })[] = []
    for (let i = Math.max(first, middle - MOST_MARKED / 2); i < Math.min(end, middle + MOST_MARKED / 2); i++) {
      const hit = this.hit(i)
      if (hit) marked.push({ ...hit, isCurrent: i === current })
    }
    return marked
  }

  /** Everything that is found now, canonical offsets. */
  all(most: number): FoundRange[] {
    const { query, options } = this.state.get()
    const canonical = canonicalText(this.model.source.text)
    return findFolded(canonical, this.fold(canonical, options), query, options, most).ranges
  }

  /** Searches anew; the first hit from `origin` on becomes the current one. */
  search(origin = this.origin): void {
    this.origin = origin
    clearTimeout(this.timer)
    const { view } = this.model
    const { isOpen, query, options, round } = this.state.get()
    if (!view || !isOpen) return
    const canonical = canonicalText(this.model.source.text)
    const { ranges, more } = findFolded(canonical, this.fold(canonical, options), query, options, MOST_HITS)
    this.hits = new PassagePositions()
    const { doc } = view.state
    for (const [i, { from, to }] of ranges.entries()) this.hits.set(i, toPos(doc, from + 1), toPos(doc, to + 1))
    const count = ranges.length
    const current = count === 0 ? -1 : this.firstFrom(origin) % count
    this.state.set({ count, more, current, round: round + 1 })
  }

  /** Follows the edits of the open text. Returns how to stop. */
  follow(): () => void {
    const { editor } = this.model
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      if (!transaction.docChanged || !this.state.get().isOpen) return
      const { maps } = transaction.mapping
      this.hits.map(maps.length <= MOST_FOLLOWED ? maps : [])
      this.origin = transaction.mapping.map(this.origin, -1)
      this.searchSoon()
    }
    editor?.on('transaction', onTransaction)
    return () => {
      clearTimeout(this.timer)
      editor?.off('transaction', onTransaction)
      this.state.set({ ...START, round: this.state.get().round + 1 })
    }
  }

  private searchSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      // What an input method composes may not be in the text yet.
      if (this.model.view?.composing) this.searchSoon()
      else this.search(this.current?.from)
    }, QUIET_MS)
  }

  private fold(source: string, options: FindOptions): FoldedText {
    const { folded } = this
    if (folded?.source === source && folded.options.matchCase === options.matchCase && folded.options.exactLetters === options.exactLetters)
      return folded.text
    const text = foldForFind(source, options)
    this.folded = { source, options, text }
    return text
  }

  private hit(i: number): PositionRange | null {
    return i >= 0 && this.hits.has(i) ? { from: this.hits.from[i]!, to: this.hits.to[i]! } : null
  }

  /** Number of the first hit that begins at or after a position; their count when there is none. */
  private firstFrom(position: number): number {
    let low = 0
    let high = this.hits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.hits.from[middle]! < position) low = middle + 1
      else high = middle
    }
    return low
  }
}
