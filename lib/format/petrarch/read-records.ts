import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { isoDate } from '#/lib/format/import/iso-date.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { CodedSentence } from './coded-sentence.ts'

export type ReadRecords = { ok: true; sentences: CodedSentence[] } | { ok: false; message: string }

/**
 * Reads validation records of PETRARCH (https://github.com/openeventdata/petrarch): `Sentence` elements with a `Text` and an
 * `EventCoding` for each event. Codings that say why there is no event are left out; the sentence is kept. They are XML of
 * a form that an HTML parser reads alike: no elements without an end, no sections of character data.
 */
export function readRecords(xml: string): ReadRecords {
  const sentences: CodedSentence[] = []
  for (const element of elementsOf(parseFragment(xml), 'sentence')) {
    const id = attribute(element, 'id')
    const publishedOn = isoDate(attribute(element, 'date'))
    const text = oneLine(elementsOf(element, 'text').map(textOf).join(' '))
    if (!publishedOn || text === '') return { ok: false, message: `The sentence ${id || sentences.length + 1} has no date or no text.` }
    const events = elementsOf(element, 'eventcoding').flatMap((coding) => {
      const [source, recipient, code] = ['sourcecode', 'targetcode', 'eventcode'].map((name) => attribute(coding, name))
      return source && recipient && code ? [{ source, recipient, code }] : []
    })
    sentences.push({ id, publishedOn, text, events })
  }
  return sentences.length > 0 ? { ok: true, sentences } : { ok: false, message: 'There are no sentences in this file.' }
}

function elementsOf(node: Tree.ParentNode, name: string): Tree.Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return []
    return child.tagName === name ? [child] : elementsOf(child, name)
  })
}

function attribute({ attrs }: Tree.Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? ''
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : '')).join('')
}
