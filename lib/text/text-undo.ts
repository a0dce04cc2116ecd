import * as Y from 'yjs'
import { writeRestored } from '#/lib/anchor/alias.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import type { UndoHistory } from '#/lib/text/undo.ts'

/** Typing within this many ms is one step. */
const ONE_STEP = 500

/**
 * The person's own steps in a text. Undoing a deletion makes Yjs create the words anew, under new ids that only this
 * client could connect to the old ones; they are written to the alias log, so that tags come back for everyone.
 */
export class TextUndo implements UndoHistory {
  onStep: () => void = () => {}
  #text: Y.Text
  #alias: Y.Map<unknown>
  #manager: Y.UndoManager
  #captureTimeout: number
  #busy = false

  /** `origins`: of the Yjs transactions that are the person's own, such as the binding. */
  constructor(text: Y.Text, alias: Y.Map<unknown>, origins: readonly unknown[], captureTimeout = ONE_STEP) {
    this.#text = text
    this.#alias = alias
    this.#captureTimeout = captureTimeout
    this.#manager = new Y.UndoManager(text, { trackedOrigins: new Set(origins), captureTimeout })
    this.#manager.on('stack-item-added', () => {
      if (!this.#busy) this.onStep()
    })
    this.#manager.on('stack-item-popped', ({ stackItem }) => this.#follow(stackItem.deletions))
  }

  undo(): boolean {
    return this.#one('undoStack', 'undoing', () => this.#manager.undo())
  }

  redo(): boolean {
    return this.#one('redoStack', 'redoing', () => this.#manager.redo())
  }

  seal(): void {
    this.#manager.stopCapturing()
  }

  /** From the beginning of a composition to its end (`false`) all changes are one step: nobody wants half a word back. */
  compose(isOpen: boolean): void {
    const manager = this.#manager
    if (isOpen && Date.now() - manager.lastChange > this.#captureTimeout) this.seal()
    manager.captureTimeout = isOpen ? Number.POSITIVE_INFINITY : this.#captureTimeout
  }

  clearRedo(): void {
    this.#manager.clear(false, true)
  }

  destroy(): void {
    this.#manager.destroy()
  }

  /** Yjs passes over steps that change nothing and takes the one before instead, which in a joined order is not the next one. */
  #one(stack: 'undoStack' | 'redoStack', direction: 'undoing' | 'redoing', move: () => object | null): boolean {
    const manager = this.#manager
    const earlier = manager[stack].splice(0, manager[stack].length - 1)
    let moved = false
    this.#busy = true
    try {
      // One transaction with the record of what came back (#follow): nobody ever has the words and not the record.
      this.#alias.doc?.transact(() => {
        moved = move() !== null
        // Yjs looks at this when the transaction ends, and has set it back by then.
        manager[direction] = true
      }, manager)
    } finally {
      manager[direction] = false
      this.#busy = false
      manager[stack] = earlier.concat(manager[stack])
    }
    return moved
  }

  /** Records under which ids the characters of a deletion came back. */
  #follow(deletions: ReturnType<typeof Y.createDeleteSet>): void {
    const { store } = this.#alias.doc!
    for (const [client, ranges] of deletions.clients) {
      const structs = store.clients.get(client) ?? []
      for (const { clock, len } of ranges) {
        for (let i = Y.findIndexSS(structs, clock); i < structs.length && structs[i]!.id.clock < clock + len; i++)
          this.#link(structs[i] as Y.Item)
      }
    }
  }

  #link({ id, redone, countable, length }: Y.Item): void {
    if (redone && countable)
      writeRestored(this.#alias, liveIndex(this.#text), [[id.client, id.clock, length]], [[redone.client, redone.clock, length]])
  }
}
