import { SaxesParser } from 'saxes'
import { checkXml } from './check-xml.ts'
import { decodeText } from './decode-text.ts'

/** An element of a file; names without their prefixes, as namespaces differ from one writer to the next. */
export interface XmlElement {
  name: string
  /** The namespace its name is in; empty when it is in none. */
  uri: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** Its own character data. */
  text: string
}

export type XmlProblem = 'corrupt' | 'doctype' | 'too-deep' | 'too-large'

/**
 * XML as a tree. Nothing in it is expanded or fetched: a document type is refused before anything is read.
 *
 * @param most elements that the file may have
 */
export function parseXmlTree(bytes: Uint8Array, most: number): { ok: true; root: XmlElement } | { ok: false; problem: XmlProblem } {
  const xml = decodeText(bytes).text.replace(/^\ufeff/, '')
  const wrong = checkXml(xml)
  if (wrong) return { ok: false, problem: wrong }
  try {
    const root = readTree(xml, most)
    return root ? { ok: true, root } : { ok: false, problem: 'corrupt' }
  } catch (error) {
    return { ok: false, problem: error instanceof TooLarge ? 'too-large' : 'corrupt' }
  }
}

class TooLarge extends Error {}

function readTree(xml: string, most: number): XmlElement | undefined {
  let root: XmlElement | undefined
  let count = 0
  const open: XmlElement[] = []
  const parser = new SaxesParser({ xmlns: true })
  const fail = (error: Error) => {
    throw error
  }
  parser.on('error', fail)
  parser.on('doctype', () => fail(new Error('A document type')))
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++count > most) throw new TooLarge()
    const values = Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value]))
    const element: XmlElement = { name: local, uri, attributes: values, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root
}

/** The children of an element that have a name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first child of that name. */
export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}
