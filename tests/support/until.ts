/**
 * Waits until something holds, looking every few ms; for what another process or the event loop brings about.
 *
 * @throws with `what` when it does not in time
 */
export async function until(what: string, holds: () => unknown, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
