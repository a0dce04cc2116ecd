import type * as Y from 'yjs'
import { type AliasLog, liveAliases } from '#/lib/anchor/alias.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { observeAnnotations, readAnnotations, readSome } from '#/lib/annotation/layer.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { resolveTags } from '#/lib/annotation/resolve-tags.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { type DocumentState, type Placed, placeAnnotation } from '#/lib/version/document-state.ts'
import type { PlacedStatement, PlaybackStep } from '#/lib/version/history.ts'
import { shiftOf } from '#/lib/version/text-ops.ts'

/**
 * Follows the statements of a state step by step. A statement whose tags did not change and all of whose words live
 * untouched only moves with the text; the others are looked up, so that a step costs in proportion to what it changed.
 */
export class StatementTrack {
  readonly #state: DocumentState
  readonly #placed = new Map<string, Placed>()
  /** Statements whose words have not arrived: every change may bring them. */
  readonly #wordless = new Map<string, Annotation>()
  readonly #changed = new Map<Y.Doc, Set<string>>()
  readonly #aliases: AliasLog

  /** Begins with the state as it is. */
  constructor(state: DocumentState, canonical: string) {
    this.#state = state
    this.#aliases = liveAliases(state.text.getMap(ALIAS_NAME))
    for (const layer of state.layers) {
      for (const annotation of readAnnotations(layer)) this.#place(annotation, canonical)
      const ids = new Set<string>()
      this.#changed.set(layer, ids)
      observeAnnotations(layer, (some) => {
        for (const id of some) ids.add(id)
      })
    }
  }

  /** Every statement as it stands now. */
  get statements(): PlacedStatement[] {
    return [...this.#placed.values()].map(shown)
  }

  /** Takes in what was applied to the state since; `text` says how the canonical text changed. */
  step(text: PlaybackStep['text'], before: string, after: string): PlaybackStep['statements'] {
    const change: PlaybackStep['statements'] = { added: [], changed: [], removed: [] }
    const touched = this.#shift(text)
    for (const annotation of this.#readChanged(touched, change.removed)) {
      const old = touched.get(annotation.id)
      const placed = this.#place(annotation, after)
      if (!placed) {
        if (old) change.removed.push(annotation.id)
      } else if (!old) change.added.push(shown(placed))
      else if (differs(old, placed, before, after)) change.changed.push(shown(placed))
    }
    return change
  }

  /** Moves what only moves; answers the statements whose words were touched, as they were, with those that have none. */
  #shift(text: PlaybackStep['text']): Map<string, Placed & { movedTo: number | null }> {
    const touched = new Map<string, Placed & { movedTo: number | null }>()
    const { touches, move } = shiftOf(text)
    const isSame = text.every((op) => 'keep' in op)
    const changed = new Set([...this.#changed.values()].flatMap((ids) => [...ids]))
    for (const [id, placed] of this.#placed) {
      const { start, end, survival } = placed
      const movedTo = start === null ? null : move(start)
      // Dead words of a passage may come back anywhere.
      if (changed.has(id) || (!isSame && (start === null || end === null || survival < 1 || touches(start, end))))
        touched.set(id, { ...placed, movedTo })
      else if (!isSame && start !== null && end !== null) this.#placed.set(id, { ...placed, start: movedTo, end: move(end) })
    }
    return touched
  }

  /** What is to be looked up again. Statements that are no more are taken out. */
  #readChanged(touched: ReadonlyMap<string, Placed>, removed: string[]): Annotation[] {
    const again = new Map(this.#wordless)
    for (const [id, { annotation }] of touched) again.set(id, annotation)
    for (const [layer, ids] of this.#changed) {
      if (ids.size === 0) continue
      const found = new Map(readSome(layer, ids).map((annotation) => [annotation.id, annotation]))
      for (const id of ids) {
        const annotation = found.get(id)
        if (annotation) again.set(id, annotation)
        else {
          again.delete(id)
          this.#wordless.delete(id)
          if (this.#placed.delete(id)) removed.push(id)
        }
      }
      ids.clear()
    }
    return [...again.values()]
  }

  #place(written: Annotation, canonical: string): Placed | null {
    const annotation = resolveTags(written, this.#state.merged ?? {})
    const placed = placeAnnotation(annotation, liveIndex(this.#state.text.getText(TEXT_NAME)), this.#aliases, canonical)
    if (placed) this.#placed.set(annotation.id, placed)
    else this.#placed.delete(annotation.id)
    if (placed) this.#wordless.delete(annotation.id)
    else this.#wordless.set(annotation.id, annotation)
    return placed
  }
}

function shown({ annotationId, by, start, end, actors, themes }: PlacedStatement): PlacedStatement {
  return { annotationId, by, start, end, actors, themes }
}

function differs(old: Placed & { movedTo: number | null }, now: Placed, before: string, after: string): boolean {
  const words = (placed: Placed, text: string) => placed.start !== null && placed.end !== null && text.slice(placed.start, placed.end)
  const tags = ({ actors, themes }: Placed) => [...actors, ...themes].join(' ')
  return words(old, before) !== words(now, after) || old.movedTo !== now.start || tags(old) !== tags(now)
}
