interface Place {
  start: number
  end: number
}

/**
 * Where places of a text are after it was changed; UTF-16 offsets. What stands before and behind everything that changed keeps its
 * place; null for what was touched. Costs one look at both texts.
 */
export function movedPlaces(before: string, after: string): (place: Place) => Place | null {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++
  let behind = 0
  while (behind < shorter - same && before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)) behind++
  const by = after.length - before.length
  return ({ start, end }) => {
    if (end <= same) return { start, end }
    return start >= before.length - behind ? { start: start + by, end: end + by } : null
  }
}
