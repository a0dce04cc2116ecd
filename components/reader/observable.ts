/** A value that is replaced, never changed in place, and that many may watch. */
export class Observable<T extends object> {
  private value: T
  private readonly listeners = new Set<() => void>()

  constructor(value: T) {
    this.value = value
  }

  readonly get = (): T => this.value

  /** Replaces the given fields; tells nobody when all of them stay as they are. */
  set(change: Partial<T>): void {
    const fields = Object.keys(change) as (keyof T)[]
    if (fields.every((field) => Object.is(this.value[field], change[field]))) return
    this.value = { ...this.value, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
