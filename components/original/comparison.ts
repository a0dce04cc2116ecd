import type { TextSource } from '#/components/reader/annotation-store.ts'
import { Observable } from '#/components/reader/observable.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { indexOriginal, type OriginalIndex, originalRange } from '#/lib/anchor/original.ts'
import { type Origins, readOrigins } from '#/lib/anchor/origins.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { TextChange } from '#/lib/diff/diff-text.ts'
import type { Edition } from '#/lib/document/edition.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { Difference } from './difference.ts'
import { fetchOriginal, type Original } from './fetch-original.ts'
import type { OriginalRange } from './paragraphs.ts'

export interface ComparisonState {
  /** Whether the live text is another than that of the latest edition, as far as is known. */
  differs: boolean
  /** The edition that is shown or compared with; null until one has come. */
  shown: Original | null
  /** All editions, newest first. */
  editions: readonly Edition[]
  /** How the edition shown became the text; null while it is not known yet. */
  changes: readonly TextChange[] | null
  /** Number in `changes` of the one that was gone to; -1 before the first. */
  current: number
  problem: 'fetch' | 'compare' | null
}

/** Quiet time after an edit before the texts are compared again, ms. */
const QUIET_MS = 700

interface Lookup {
  of: Original
  origins: Origins
  index: OriginalIndex
}

/**
 * The live text beside the text it was imported from. While nobody looks, only whether the two are the same is kept up to
 * date, from the first edit on; while the original is open, what differs too.
 */
export class Comparison {
  readonly state: Observable<ComparisonState>
  private readonly documentId: string
  private readonly source: TextSource
  private readonly difference = new Difference()
  private timer: ReturnType<typeof setTimeout> | undefined
  private following = false
  private open = false
  private destroyed = false
  private lookup: Lookup | null = null
  private latest: Original | null = null
  /** Goes up with every comparison asked for: the answers of earlier ones are passed over. */
  private round = 0
  /** The same for editions asked for. */
  private asked = 0

  constructor(documentId: string, source: TextSource, known: { differs: boolean; editions: readonly Edition[] }) {
    this.documentId = documentId
    this.source = source
    this.state = new Observable<ComparisonState>({ ...known, shown: null, changes: null, current: -1, problem: null })
  }

  /** The text has arrived: what changes from now on is an edit. */
  follow(): void {
    if (this.following || this.state.get().editions.length === 0) return
    this.following = true
    this.source.text.observe(this.onText)
    this.source.alias.observe(this.onAlias)
  }

  destroy(): void {
    this.destroyed = true
    clearTimeout(this.timer)
    if (this.following) {
      this.source.text.unobserve(this.onText)
      this.source.alias.unobserve(this.onAlias)
    }
    this.difference.destroy()
  }

  /** The original is looked at: it is fetched, and what differs is found and kept up to date. */
  watch(): void {
    this.open = true
    if (this.state.get().shown) void this.compare()
    else void this.show(null)
  }

  /** What the server knows now: there may be a new edition. */
  renew({ differs, editions }: { differs: boolean; editions: readonly Edition[] }): void {
    const before = this.state.get()
    if (before.editions[0]?.edition === editions[0]?.edition) return
    this.latest = null
    this.state.set({ differs, editions })
    this.follow()
    // Whoever looked at the latest goes on doing so.
    if (this.open && before.shown?.edition === before.editions[0]?.edition) void this.show(null)
    else void this.settle()
  }

  /** Nobody looks any more. */
  unwatch(): void {
    this.open = false
  }

  /** Shows another edition; null for the latest. */
  async show(edition: number | null): Promise<void> {
    const asked = ++this.asked
    this.state.set({ problem: null })
    try {
      const shown = await fetchOriginal(this.documentId, edition)
      if (this.destroyed || asked !== this.asked || !shown) return
      if (shown.edition === shown.editions[0]?.edition) this.latest = shown
      this.state.set({ shown, editions: shown.editions, changes: null, current: -1 })
      await this.compare()
    } catch {
      if (!this.destroyed && asked === this.asked) this.state.set({ problem: 'fetch' })
    }
  }

  /** Where characters of the live text, by flat index, stood in the edition shown; null when they did not come with it. */
  originalOfLive(from: number, to: number): OriginalRange | null {
    return this.originalOf(liveIndex(this.source.text).runs(from, to))
  }

  /** Where the characters of a passage stood in the edition shown; null when none came with it. */
  originalOf(runs: readonly IdRun[]): OriginalRange | null {
    const lookup = this.lookUp()
    return lookup && originalRange(lookup.index, runs, lookup.origins)
  }

  /** Goes to the next (1) or previous (-1) place that differs; from the last one to the first. Null when there is none. */
  step(by: 1 | -1): { change: TextChange; live: OriginalRange } | null {
    const { changes, current } = this.state.get()
    if (!changes || changes.length === 0) return null
    const from = current === -1 && by === -1 ? 0 : current
    const next = (from + by + changes.length) % changes.length
    this.state.set({ current: next })
    return { change: changes[next]!, live: liveRange(changes, next) }
  }

  private lookUp(): Lookup | null {
    const { shown } = this.state.get()
    if (!shown?.runs) return null
    if (this.lookup?.of !== shown) {
      const origins = readOrigins(this.source.alias)
      this.lookup = { of: shown, origins, index: indexOriginal({ text: shown.text, runs: shown.runs }, origins) }
    }
    return this.lookup
  }

  private readonly onAlias = (): void => {
    this.lookup = null
  }

  private readonly onText = (): void => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.settle(), QUIET_MS)
  }

  private async settle(): Promise<void> {
    let latest = this.latest
    try {
      latest ??= await fetchOriginal(this.documentId, null)
    } catch {
      return // The mark stays as it was; the next edit asks again.
    }
    // Asked for before an edition was applied of which we know by now: `renew` asks again.
    if (this.destroyed || !latest || latest.edition < (this.state.get().editions[0]?.edition ?? 0)) return
    this.latest = latest
    this.state.set({ differs: latest.text !== canonicalText(this.source.text) })
    if (this.open) await this.compare()
  }

  private async compare(): Promise<void> {
    const { shown } = this.state.get()
    if (!shown) return
    const round = ++this.round
    const after = canonicalText(this.source.text)
    try {
      const changes = shown.text === after ? [] : await this.difference.compare({ before: shown.text, after })
      if (this.destroyed || round !== this.round || this.state.get().shown !== shown) return
      const { current } = this.state.get()
      const differs = shown === this.latest ? changes.length > 0 : this.state.get().differs
      this.state.set({ changes, current: Math.min(current, changes.length - 1), differs, problem: null })
    } catch {
      if (!this.destroyed) this.state.set({ problem: 'compare' })
    }
  }
}

/** Where a change stands in the live text it was found in, canonical UTF-16 offsets. */
export function liveRange(changes: readonly TextChange[], number: number): OriginalRange {
  let shift = 0
  for (const { from, to, added } of changes.slice(0, number)) shift += added.length - (to - from)
  const { from, added } = changes[number]!
  return { start: from + shift, end: from + shift + added.length }
}
