import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { StepMap } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { type ReadWords, snapPlacement } from '#/lib/anchor/snap.ts'
import { observeAnnotations, readAnnotations, readSome } from '#/lib/annotation/layer.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { resolveTags } from '#/lib/annotation/resolve-tags.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { toPos } from '#/lib/text/positions.ts'
import { isAllHidden } from './hidden-tags.ts'
import { assignLanes } from './lane-layout.ts'
import { PassagePositions } from './passage-positions.ts'
import { assignSlots } from './rule-slots.ts'

/** Passages closer than this many characters may share a line of text, and then must not share a lane. */
const LINE_CHARACTERS = 90

/** A statement of the open layer and where its passage is. */
export interface Passage {
  readonly row: number
  /** With the tags that stand for those that were written: see `resolveTags`. */
  annotation: Annotation
  /** `pending`: its characters have not arrived yet; shown nowhere until they have. */
  state: 'anchored' | 'orphan' | 'pending'
}

/** An anchored passage with its place among the others. */
export interface ArrangedPassage {
  passage: Passage
  /** Lane in the margin, 0 nearest the text. */
  lane: number
  /** Slot of each rule under the text. */
  slots: readonly number[]
}

/** Reads the text document for the store. */
export interface TextSource {
  text: Y.Text
  alias: Y.Map<unknown>
}

/**
 * The statements of one layer with their passages' positions in the editor. Follows the layer (own and others' tags) by
 * reading again only what changed, and the text by shifting positions through step maps; `resolve` settles them from
 * the anchors, in idle time.
 */
export class AnnotationStore {
  readonly positions = new PassagePositions()
  /** Goes up whenever statements, or which of them are anchored, change. */
  version = 0
  private readonly passages = new Map<string, Passage>()
  private readonly freeRows: number[] = []
  private readonly listeners = new Set<() => void>()
  private arranged: ArrangedPassage[] | null = null
  private inOrder: Passage[] | null = null
  private readonly layer: Y.Doc
  private readonly unobserve: () => void
  private readonly source: TextSource
  private doc: ProseMirrorNode | null = null
  private rulesOf: (annotation: Annotation) => number = () => 1
  private merged: Merged = {}
  private hidden: ReadonlySet<string> = new Set()

  constructor(layer: Y.Doc, source: TextSource) {
    this.layer = layer
    this.source = source
    for (const annotation of readAnnotations(layer)) this.put(annotation)
    this.unobserve = observeAnnotations(layer, this.onLayer)
  }

  destroy(): void {
    this.unobserve()
    this.listeners.clear()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getVersion = (): number => this.version

  /** How many rules a statement wants; it depends on the colours of the codebook. */
  setRules(rulesOf: (annotation: Annotation) => number): void {
    this.rulesOf = rulesOf
    this.announce()
  }

  /** Which entries of the codebook were merged: tags of them are shown as tags of what stands for them. */
  setMerged(merged: Merged): void {
    if (JSON.stringify(merged) === JSON.stringify(this.merged)) return
    this.merged = merged
    for (const annotation of readAnnotations(this.layer)) this.put(annotation)
    this.announce()
  }

  /** Which tags this reader hides: statements of which nothing is left to show are neither arranged nor drawn. */
  setHidden(hidden: ReadonlySet<string>): void {
    this.hidden = hidden
    this.announce()
  }

  get(id: string): Passage | undefined {
    return this.passages.get(id)
  }

  /** Anchored passages in document order, hidden ones too. */
  anchored(): readonly Passage[] {
    this.inOrder ??= this.sortAnchored()
    return this.inOrder
  }

  private sortAnchored(): Passage[] {
    const { from, to } = this.positions
    const anchored = [...this.passages.values()].filter(({ state, row }) => state === 'anchored' && this.positions.has(row))
    return anchored.sort(
      (a, b) =>
        from[a.row]! - from[b.row]! ||
        to[b.row]! - to[a.row]! ||
        a.annotation.createdAt - b.annotation.createdAt ||
        (a.annotation.id < b.annotation.id ? -1 : 1),
    )
  }

  /** What is shown of them, in the same order: by first, then by longest. */
  arrange(): readonly ArrangedPassage[] {
    this.arranged ??= this.arrangeAnew()
    return this.arranged
  }

  /** All statements that are shown somewhere, in no particular order. */
  all(): Annotation[] {
    return [...this.passages.values()].filter(({ state }) => state !== 'pending').map(({ annotation }) => annotation)
  }

  /** Statements whose words were deleted, oldest first. */
  orphans(): Passage[] {
    return [...this.passages.values()]
      .filter(({ state }) => state === 'orphan')
      .sort((a, b) => a.annotation.createdAt - b.annotation.createdAt)
  }

  /** All statements that are shown somewhere. */
  get size(): number {
    let count = 0
    for (const { state } of this.passages.values()) if (state !== 'pending') count += 1
    return count
  }

  /** Follows an edit at once; the positions are settled later by {@link resolve}. */
  map(maps: readonly StepMap[], doc: ProseMirrorNode): void {
    this.doc = doc
    this.positions.map(maps)
  }

  /** Settles all positions from the anchors against this state of the editor, which must be that of the text. */
  resolve(doc: ProseMirrorNode): void {
    this.doc = doc
    let moved = false
    const canonical = canonicalText(this.source.text)
    const read: ReadWords = (from, to) => canonical.slice(from, to)
    for (const passage of this.passages.values()) moved = this.place(passage, read) || moved
    if (moved) this.announce()
  }

  private readonly onLayer = (ids: ReadonlySet<string>): void => {
    const gone = new Set(ids)
    for (const annotation of readSome(this.layer, ids)) {
      gone.delete(annotation.id)
      this.put(annotation)
    }
    for (const id of gone) this.drop(id)
    this.announce()
  }

  private put(written: Annotation): void {
    const annotation = resolveTags(written, this.merged)
    const known = this.passages.get(annotation.id)
    const sameAnchor = known && JSON.stringify(known.annotation.runs) === JSON.stringify(annotation.runs)
    const passage: Passage = known ?? { row: this.freeRows.pop() ?? this.positions.length, annotation, state: 'pending' }
    passage.annotation = annotation
    if (known && sameAnchor) return
    if (!known) {
      this.positions.clear(passage.row)
      this.passages.set(annotation.id, passage)
    }
    this.place(passage)
  }

  private drop(id: string): void {
    const passage = this.passages.get(id)
    if (!passage) return
    this.positions.clear(passage.row)
    this.freeRows.push(passage.row)
    this.passages.delete(id)
  }

  /** Resolves one anchor; whether its place or state changed. `read`: the whole text, worth it when many are resolved. */
  private place(passage: Passage, read?: ReadWords): boolean {
    if (!this.doc) return false
    const { row, state } = passage
    const index = liveIndex(this.source.text)
    const words = read ?? ((from: number, to: number) => index.slice(from + index.base, to + index.base))
    const placement = snapPlacement(words, resolveRuns(index, passage.annotation.runs, liveAliases(this.source.alias)))
    passage.state = placement.state
    const [from, to] =
      placement.state === 'anchored' ? [toPos(this.doc, placement.start + 1), toPos(this.doc, placement.end + 1)] : [-1, -1]
    const moved = passage.state !== state || from !== this.positions.from[row] || to !== this.positions.to[row]
    this.positions.set(row, from, to)
    return moved
  }

  private arrangeAnew(): ArrangedPassage[] {
    const { from, to } = this.positions
    const anchored = this.anchored().filter(({ annotation }) => !isAllHidden(annotation, this.hidden))
    const ranges = anchored.map(({ row, annotation }) => ({ from: from[row]!, to: to[row]!, rules: this.rulesOf(annotation) }))
    const lanes = assignLanes(ranges, LINE_CHARACTERS)
    const slots = assignSlots(ranges)
    return anchored.map((passage, at) => ({ passage, lane: lanes[at]!, slots: slots[at]! }))
  }

  private announce(): void {
    this.arranged = null
    this.inOrder = null
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}
