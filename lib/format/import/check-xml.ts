/** Deepest nesting of elements; Word's own documents stay below fifty. */
const MOST_DEPTH = 200

/**
 * What is wrong with XML before a parser reads it: a document type (entities that grow, or name files and addresses), or
 * elements nested too deep for whoever walks them. Null when nothing is. Reads the text once, builds nothing.
 */
export function checkXml(xml: string): 'doctype' | 'too-deep' | null {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    if (xml.startsWith('<!--', at)) {
      at = skip(xml, '-->', at)
    } else if (xml.startsWith('<![CDATA[', at)) {
      at = skip(xml, ']]>', at)
    } else if (xml[at + 1] === '!') {
      return 'doctype'
    } else if (xml[at + 1] === '/') {
      depth--
    } else if (xml[at + 1] !== '?') {
      const end = xml.indexOf('>', at)
      if (xml[end - 1] !== '/' && ++depth > MOST_DEPTH) return 'too-deep'
    }
  }
  return null
}

function skip(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from)
  return at < 0 ? xml.length : at
}
