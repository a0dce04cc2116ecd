/** A page's address parameters as Next gives them, as everything else reads them. */
export function addressParams(given: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(Object.entries(given).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])))
}
