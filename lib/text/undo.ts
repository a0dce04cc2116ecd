/** A person's own steps in one document, newest last. Steps that undoing or redoing makes are no new steps. */
export interface UndoHistory {
  /** Told about every new step. One listener. */
  onStep: () => void
  /** Takes the newest step back; false when that changed nothing (others have changed the same since). */
  undo(): boolean
  /** Makes the step undone last again; false when that changed nothing. */
  redo(): boolean
  /** The next change is a new step, however soon it comes. */
  seal(): void
  /** Forgets what could be redone. */
  clearRedo(): void
  destroy(): void
}

/** One undo for several documents: steps of all histories in the order the person took them. */
export class JoinedUndo {
  #histories: readonly UndoHistory[]
  /** For every step that can be undone or redone, newest last, whose it is. */
  #done: UndoHistory[] = []
  #undone: UndoHistory[] = []
  #listeners = new Set<() => void>()

  constructor(histories: readonly UndoHistory[]) {
    this.#histories = histories
    for (const history of histories) history.onStep = () => this.#stepTaken(history)
  }

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  /** Takes the newest own step back that still changes something; false when there was none. */
  undo(): boolean {
    return this.#walk(this.#done, this.#undone, (history) => history.undo())
  }

  /** Makes the step undone last again; false when there was none. */
  redo(): boolean {
    return this.#walk(this.#undone, this.#done, (history) => history.redo())
  }

  /** What comes now is a step of its own, however soon it comes. */
  seal(): void {
    for (const history of this.#histories) history.seal()
  }

  /** Calls the listener whenever `canUndo` or `canRedo` may have changed. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  destroy(): void {
    for (const history of this.#histories) history.destroy()
    this.#listeners.clear()
  }

  #stepTaken(history: UndoHistory): void {
    this.#done.push(history)
    this.#undone = []
    for (const other of this.#histories) {
      if (other === history) continue
      other.seal()
      other.clearRedo()
    }
    this.#notify()
  }

  #walk(from: UndoHistory[], to: UndoHistory[], move: (history: UndoHistory) => boolean): boolean {
    for (let history = from.pop(); history; history = from.pop()) {
      if (!move(history)) continue
      to.push(history)
      this.seal()
      this.#notify()
      return true
    }
    this.#notify()
    return false
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
