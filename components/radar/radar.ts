import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { CodebookView } from '#/components/reader/codebook-view.ts'
import { Observable } from '#/components/reader/observable.ts'
import type { ReaderModel } from '#/components/reader/reader-model.ts'
import type { PositionRange } from '#/components/reader/visible-range.ts'
import type { Mention } from '#/lib/codebook/radar/mention-index.ts'
import type { MentionRejection } from '#/lib/codebook/radar/rejections.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { allBlocks, blocksBetween } from '#/lib/text/positions.ts'
import { RadarScanner } from './radar-scanner.ts'

/** Paragraphs are sent when typing has gone on for so long, ms: not with every key. */
const SOON_MS = 60
/** UTF-16 units read out of the text in one turn. */
const UNITS_PER_TURN = 60_000

export interface RadarState {
  /** Goes up when names came, went or were rejected. */
  round: number
  rejections: readonly MentionRejection[]
}

/**
 * Finds the names of known actors in the open text, in a worker. Only paragraphs that changed go there; what is found is kept by
 * paragraph, so that what is in sight can be asked for at any time at no cost.
 */
export class Radar {
  readonly state = new Observable<RadarState>({ round: 0, rejections: [] })
  private readonly model: ReaderModel
  private scanner: RadarScanner | null = null
  /** What was found in a paragraph last. */
  private readonly found = new WeakMap<ProseMirrorNode, readonly Mention[]>()
  /** Sections and paragraphs that were sent, since actors or the date changed. */
  private sent = new WeakSet<ProseMirrorNode>()
  private day: string | null = null
  private told: CodebookView['book']['actors'] | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(model: ReaderModel) {
    this.model = model
  }

  /** Begins to look through the text of the open editor and follows it. Returns how to stop. */
  follow(makeScanner = () => new RadarScanner()): () => void {
    const { editor, ui } = this.model
    if (!editor || !this.model.can('tag') || typeof Worker === 'undefined') return () => {}
    this.scanner = makeScanner()
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => transaction.docChanged && this.soon()
    editor.on('transaction', onTransaction)
    const stop = ui.subscribe(() => this.takeCodebook())
    this.takeCodebook()
    return () => {
      stop()
      editor.off('transaction', onTransaction)
      clearTimeout(this.timer)
      this.timer = undefined
      this.scanner?.destroy()
      this.scanner = null
      this.told = null
      this.sent = new WeakSet()
    }
  }

  /** The day the document was published, ISO 8601: names have their time. */
  setDay(day: string | null): void {
    if (day === this.day) return
    this.day = day
    this.again()
  }

  /** What is found in a paragraph; nothing while it has not been looked at. */
  mentionsIn(block: ProseMirrorNode): readonly Mention[] {
    return this.found.get(block) ?? []
  }

  /** The actors that are named in a part of the text, tagged or not, in order, each once. */
  actorsIn({ from, to }: PositionRange): string[] {
    const doc = this.model.view?.state.doc
    const ids = new Set<string>()
    if (!doc) return []
    for (const { node, pos } of blocksBetween(doc, from, to, 'pos'))
      for (const { start, end, actorIds } of this.mentionsIn(node))
        if (pos + 1 + start >= from && pos + 1 + end <= to) for (const id of actorIds) ids.add(id)
    return [...ids]
  }

  setRejections(rejections: readonly MentionRejection[]): void {
    this.state.set({ rejections, round: this.state.get().round + 1 })
  }

  private takeCodebook(): void {
    const { actors } = this.model.ui.get().codebook.book
    if (actors === this.told) return
    this.told = actors
    this.scanner?.tell(actors, (changed) => changed && this.again())
  }

  private again(): void {
    this.sent = new WeakSet()
    this.soon()
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.scan()
    }, SOON_MS)
  }

  /** Sends the paragraphs that were not sent yet, so many at a time. */
  private scan(): void {
    const { view } = this.model
    if (!view || !this.scanner) return
    const blocks: ProseMirrorNode[] = []
    let units = 0
    for (const section of view.state.doc.children) {
      if (this.sent.has(section)) continue
      for (const block of section.children) {
        if (this.sent.has(block)) continue
        this.sent.add(block)
        blocks.push(block)
        units += block.content.size
      }
      this.sent.add(section)
      if (units < UNITS_PER_TURN) continue
      this.soon()
      break
    }
    if (blocks.length === 0) return
    const { sent } = this
    this.scanner.scan(blocks.map(wordsOf), this.day, (mentions) => {
      // Actors changed meanwhile: another answer is on its way.
      if (sent !== this.sent) return
      for (const [at, block] of blocks.entries()) this.found.set(block, mentions[at] ?? [])
      this.state.set({ round: this.state.get().round + 1 })
    })
  }
}

const wordsOf = (block: ProseMirrorNode): string => block.textBetween(0, block.content.size, '\n', LINE_BREAK)

/** Where a paragraph stands now; null when it is no more. */
export function placeOf(doc: ProseMirrorNode, block: ProseMirrorNode): number | null {
  return allBlocks(doc).find(({ node }) => node === block)?.pos ?? null
}
