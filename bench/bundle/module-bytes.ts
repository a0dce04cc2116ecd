import { SourceMap, type SourceMapPayload } from 'node:module'

/**
 * How many UTF-16 units of a built script come from each source file, by its source map (ECMA-426; index maps too).
 * Units before the first mapping of a line, and those mapped to nothing, are the bundler's own.
 */
export function moduleBytes(script: string, payload: SourceMapPayload): Map<string, number> {
  const map = new SourceMap(payload)
  const bytes = new Map<string, number>()
  for (const [line, text] of script.split('\n').entries()) {
    if (text.startsWith('//# sourceMappingURL=')) continue
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(line, column)
      const source = 'originalSource' in entry && entry.originalLine !== undefined ? moduleName(entry.originalSource) : BUNDLER
      bytes.set(source, (bytes.get(source) ?? 0) + 1)
    }
  }
  return bytes
}

export const BUNDLER = '(bundler)'

/** The name of a source as somebody would look for it: without the bundler's scheme and query. */
export function moduleName(source: string): string {
  return decodeURIComponent(source.replace(/^.*\[(?:project|root-of-the-server)\]\//, '').replace(/^turbopack:\/\/\//, '')).replace(
    /\?.*$/,
    '',
  )
}
