import type * as Y from 'yjs'
import { annotationOf } from '#/lib/annotation/layer.ts'
import { LAYER_ROOTS, type LayerRoot, type Stamp } from '#/lib/annotation/model.ts'
import { clockNow } from '#/lib/date/clock.ts'
import type { UndoHistory } from '#/lib/text/undo.ts'

/** What one entry of a root map was and became; undefined where there was or is none. */
interface Change {
  root: LayerRoot
  key: string
  before: Stamp | undefined
  after: Stamp | undefined
}

/**
 * The person's own steps in a layer, one per transaction. Not a Y.UndoManager: that would write others' values back under
 * their signature, which no server may accept, and loses entries when a key is set and removed in one step. Here a step is
 * taken back entry by entry, only where nobody has changed the entry since, and what is put back is signed by who puts it.
 */
export class LayerUndo implements UndoHistory {
  onStep: () => void = () => {}
  #layer: Y.Doc
  #userId: string
  #origins: ReadonlySet<unknown>
  #done: Change[][] = []
  #undone: Change[][] = []
  #current: Change[] = []
  #stop: () => void

  /** `origins`: of the Yjs transactions that are the person's own. */
  constructor(layer: Y.Doc, userId: string, origins: readonly unknown[]) {
    this.#layer = layer
    this.#userId = userId
    this.#origins = new Set(origins)
    const observers = LAYER_ROOTS.map((root) => {
      const map = layer.getMap<Stamp>(root)
      const observer = (event: Y.YMapEvent<Stamp>) => this.#collect(root, event)
      map.observe(observer)
      return () => map.unobserve(observer)
    })
    const onTransaction = ({ origin }: Y.Transaction) => this.#finish(origin)
    layer.on('afterTransaction', onTransaction)
    this.#stop = () => {
      for (const stop of observers) stop()
      layer.off('afterTransaction', onTransaction)
    }
  }

  undo(): boolean {
    return this.#reverse(this.#done.pop(), this.#undone)
  }

  redo(): boolean {
    return this.#reverse(this.#undone.pop(), this.#done)
  }

  /** Every transaction is a step of its own. */
  seal(): void {}

  clearRedo(): void {
    this.#undone = []
  }

  destroy(): void {
    this.#stop()
  }

  #collect(root: LayerRoot, { target, changes, transaction }: Y.YMapEvent<Stamp>): void {
    if (transaction.origin !== this && !this.#origins.has(transaction.origin)) return
    for (const [key, { oldValue }] of changes.keys) this.#current.push({ root, key, before: oldValue, after: target.get(key) })
  }

  #finish(origin: unknown): void {
    if (origin === this || this.#current.length === 0) return
    this.#done.push(this.#current)
    this.#undone = []
    this.#current = []
    this.onStep()
  }

  /** Writes what was before a step and puts the reverse of that, if it changed anything, on the other list. */
  #reverse(step: Change[] | undefined, other: Change[][]): boolean {
    if (!step) return false
    this.#current = []
    const creates = step.some(({ root, before }) => root === 'annotation' && before === undefined)
    const others = creates ? this.#touchedByOthers() : new Set<string>()
    this.#layer.transact(() => {
      for (const change of step) this.#putBack(change, others)
    }, this)
    const reverse = this.#current
    this.#current = []
    if (reverse.length > 0) other.push(reverse)
    return reverse.length > 0
  }

  /** @param others ids of statements that others have written something to */
  #putBack({ root, key, before, after }: Change, others: ReadonlySet<string>): void {
    const map = this.#layer.getMap<Stamp>(root)
    if (!same(map.get(key), after)) return
    const stamp = { by: this.#userId, at: clockNow() }
    if (before !== undefined) map.set(key, before.by === this.#userId ? before : { ...before, ...stamp })
    // What others have added to a statement must stay within reach: it is deleted as by the command, not taken away.
    else if (root === 'annotation' && others.has(key)) this.#layer.getMap<Stamp>('deleted').set(key, stamp)
    else map.delete(key)
  }

  /** One pass over the layer, however many statements a step made. */
  #touchedByOthers(): Set<string> {
    const ids = new Set<string>()
    for (const root of LAYER_ROOTS)
      for (const [key, value] of this.#layer.getMap<Stamp>(root)) if (value.by !== this.#userId) ids.add(annotationOf(key))
    return ids
  }
}

function same(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))
}
