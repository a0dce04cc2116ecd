/**
 * Where the words of a sample tag stand in a text: UTF-16 offsets, end exclusive.
 * @param nth which occurrence, from 1; absent: the words must occur exactly once
 * @throws when they do not stand there
 */
export function findQuote(text: string, quote: string, nth?: number): [start: number, end: number] {
  const starts: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at)
  if (nth === undefined && starts.length !== 1) throw new Error(`Occurs ${starts.length} times in the sample source: ${quote}`)
  const start = starts[(nth ?? 1) - 1]
  if (start === undefined) throw new Error(`Occurs only ${starts.length} times in the sample source: ${quote}`)
  return [start, start + quote.length]
}
