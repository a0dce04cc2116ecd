/** A difference below this is taken for the time the page took to arrive, ms. */
const WORTH_CORRECTING_MS = 60_000

let offset = 0

/**
 * The time of day by the server's clock, ms since 1970: what is written into statements must not depend on how a person's
 * computer is set. On the server it is the clock itself.
 */
export function clockNow(): number {
  return Date.now() + offset
}

/** For pages: what time it was at the server when it made the page, ms since 1970. */
export function setClock(serverNow: number): void {
  const difference = serverNow - Date.now()
  offset = Math.abs(difference) < WORTH_CORRECTING_MS ? 0 : difference
}
