const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function first(word: string): string {
  for (const { segment } of SEGMENTER.segment(word)) return segment
  return ''
}

/** One or two letters for a person's ring: first letters of the first and the last word of the name, in any script. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s\-–]+/u)
    .filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => first(word ?? '').toLocaleUpperCase()).join('') || '?'
}
