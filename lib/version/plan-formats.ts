type Attributes = Record<string, unknown>
/** A Y.Text as `toDelta` reads it: words with their formats. */
export type FormattedText = readonly { insert: string; attributes?: Attributes }[]
/** A change of formats alone. */
export type FormatDelta = { retain: number; attributes?: Attributes }[]

/** What sets the formats of a text to those of another text with the same words; empty when they are the same. */
export function planFormats(from: FormattedText, to: FormattedText): FormatDelta {
  const delta: FormatDelta = []
  let passed = 0
  let i = 0
  let used = 0
  for (const { insert, attributes } of from) {
    for (let left = insert.length; left > 0; ) {
      const wanted = to[i]
      if (!wanted) throw new Error('The texts do not have the same words.')
      const length = Math.min(left, wanted.insert.length - used)
      const change = difference(attributes, wanted.attributes)
      if (change) {
        if (passed > 0) delta.push({ retain: passed })
        delta.push({ retain: length, attributes: change })
        passed = 0
      } else passed += length
      left -= length
      used += length
      if (used === wanted.insert.length) {
        i++
        used = 0
      }
    }
  }
  return delta
}

function difference(from: Attributes = {}, to: Attributes = {}): Attributes | null {
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  const changed = [...names].filter((name) => from[name] !== to[name])
  return changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, to[name] ?? null])) : null
}
