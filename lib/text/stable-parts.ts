/** UTF-16 units of a part: at least, unless the text ends, and at most. */
const LEAST = 8_000
const MOST = 64_000
/** One line in so many may end a part. */
const ONE_IN = 8

/**
 * Cuts a text into parts that mostly stay the same while others change: content-defined chunking at line ends (as rsync and LBFS
 * do), where the line says so and not how far it is from the beginning. Joined by "\n" they are the text, but where a line is longer
 * than a part.
 */
export function stableParts(text: string): string[] {
  const parts: string[] = []
  let start = 0
  while (start < text.length) {
    const end = partEnd(text, start)
    parts.push(text.slice(start, end))
    start = text.charAt(end) === '\n' ? end + 1 : end
  }
  return parts
}

function partEnd(text: string, start: number): number {
  let line = start
  for (;;) {
    const newline = text.indexOf('\n', line)
    const end = newline < 0 ? text.length : newline
    if (end - start > MOST) return line > start ? line - 1 : wholeCharacter(text, start + MOST)
    if (newline < 0 || (end - start >= LEAST && hash(text, line, end) % ONE_IN === 0)) return end
    line = newline + 1
  }
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

/** FNV-1a over the end of a line. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let at = Math.max(from, to - 64); at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}
