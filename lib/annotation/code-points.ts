const BLOCK = 256

/**
 * Turns UTF-16 offsets of a text into offsets in Unicode code points (what Python, Rust and W3C selectors count).
 * One pass over the text, then a short walk per offset.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairsBefore = new Uint32Array(Math.floor(text.length / BLOCK) + 1)
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    if (i % BLOCK === 0) pairsBefore[i / BLOCK] = pairs
    if (endsPair(text, i)) pairs++
  }
  if (pairs === 0) return (offset) => offset
  if (text.length % BLOCK === 0) pairsBefore[text.length / BLOCK] = pairs
  return (offset) => {
    const block = Math.floor(offset / BLOCK)
    let before = pairsBefore[block]!
    for (let i = block * BLOCK; i < offset; i++) if (endsPair(text, i)) before++
    return offset - before
  }
}

function endsPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800
}
