/** Longest work without letting others have their turn, ms. */
const TURN_MS = 10

/** Works piece by piece. */
export async function inTurns(work: Iterable<unknown>): Promise<void> {
  let since = performance.now()
  for (const _ of work) {
    if (performance.now() - since < TURN_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
