const KEY = Symbol.for('interline.draining')
type Holder = typeof globalThis & { [KEY]?: boolean }

/** From here on the process takes no new work; it ends within 15 s. */
export function startDraining(): void {
  ;(globalThis as Holder)[KEY] = true
}

/** Whether the process is on its way out: load balancers send nobody here any more. */
export function isDraining(): boolean {
  return (globalThis as Holder)[KEY] === true
}
