/**
 * Waits until something holds, looking every few ms; for what another process or the event loop brings about.
 *
 * @throws with `what` when it does not within 10 s
 */
export async function until(what: string, holds: () => unknown): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited 10 s in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
