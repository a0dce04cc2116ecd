/** A line this long or longer was not wrapped by hand. */
const LONGEST_WRAP = 100
const SHORTEST_WRAP = 40
/** Share of the wrap width that a line must fill for the next one to continue it. */
const FULL = 0.7
const LIST_ITEM = /^\s*(?:[-*•–—]|\d{1,3}[.)]|[\p{L}][.)])\s/u
const ENDS_SENTENCE = /[.!?…:;。！？؟]["'”’»)\]]*$/
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u

/**
 * The paragraphs of plain text with "\n" line ends. Three habits are told apart: blank lines between paragraphs, one
 * paragraph a line, and lines wrapped at a fixed width (whose lines are joined again). Text is kept word for word.
 */
export function textParagraphs(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const width = wrapWidth(lines)
  const hasBlankLines = lines.some((line, i) => line === '' && i > 0 && lines.slice(i).some((later) => later !== ''))
  const out: string[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) out.push(joinLines(open))
    open = []
  }
  for (const line of lines) {
    if (line === '' || !continues(open.at(-1), line, width, hasBlankLines)) close()
    if (line !== '') open.push(line)
  }
  close()
  return out
}

/** The width lines were wrapped at, in UTF-16 units, or null when lines are paragraphs. */
function wrapWidth(lines: readonly string[]): number | null {
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  if (widest > LONGEST_WRAP || widest < SHORTEST_WRAP) return null
  // Of the lines that are not the last of their paragraph, nearly all must be full; and they must stop within sentences.
  const inner = lines.filter((line, i) => line !== '' && (lines[i + 1] ?? '') !== '')
  const full = inner.filter((line) => line.length >= widest * FULL)
  const broken = full.filter((line) => !ENDS_SENTENCE.test(line))
  return inner.length >= 2 && full.length >= inner.length * 0.6 && broken.length >= full.length * 0.5 ? widest : null
}

function continues(before: string | undefined, line: string, width: number | null, hasBlankLines: boolean): boolean {
  if (before === undefined || width === null || LIST_ITEM.test(line)) return false
  if (/^\s{2,}|^\t/.test(line) && !/^\s{2,}|^\t/.test(before)) return false
  if (before.length >= width * FULL) return true
  return hasBlankLines && !ENDS_SENTENCE.test(before)
}

function joinLines(lines: readonly string[]): string {
  let out = ''
  for (const line of lines.map((line) => line.trim())) {
    // A hyphen at the end of a line may belong to the word ("US-Russia"): it stays, without a space.
    const glue = out === '' || NO_SPACES.test(out) || /\p{L}-$/u.test(out) ? '' : ' '
    out += glue + line
  }
  return out
}
