/**
 * Fields beside a free text, written into one text field of another format (a code's description) so that people can read them
 * and we can read them back:
 *
 *     The free text, any number of lines.
 *
 *     --- Interline ---
 *     Include: Strikes on infrastructure
 *       also when only announced
 *     Other name: HTS | en
 *
 * A line that begins with two spaces goes on with the value above it. The last such mark in a text counts, so that what people
 * write cannot be taken for one.
 */
const MARK = '--- Interline ---'

export type DetailField = readonly [label: string, value: string]

/** @param fields of empty values nothing is written */
export function printDescribed(text: string, fields: readonly DetailField[]): string {
  const filled = fields.filter(([, value]) => value !== '')
  if (filled.length === 0 && !text.includes(MARK)) return text
  const lines = filled.map(([label, value]) => `${label}: ${value.replaceAll('\n', '\n  ')}`)
  return [...(text ? [text, ''] : []), MARK, ...lines].join('\n')
}

/** `fields` null: the text was written by another program, and says nothing of them. */
export function parseDescribed(described: string): { text: string; fields: DetailField[] | null } {
  const lines = described.split('\n')
  const at = lines.lastIndexOf(MARK)
  if (at < 0) return { text: described, fields: null }
  const fields: [string, string][] = []
  for (const line of lines.slice(at + 1)) {
    const last = fields.at(-1)
    const colon = line.indexOf(': ')
    if (line.startsWith('  ') && last) last[1] += `\n${line.slice(2)}`
    else if (colon > 0) fields.push([line.slice(0, colon), line.slice(colon + 2)])
  }
  return { text: lines.slice(0, lines[at - 1] === '' ? at - 1 : at).join('\n'), fields }
}
