import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { childNamed, childrenNamed, parseXmlTree, type XmlElement, type XmlProblem } from '#/lib/format/import/xml-tree.ts'
import { t } from '#/lib/message/t.ts'
import { guidOf } from './guid.ts'

/** A code as a file has it. */
export interface QdcCode {
  /** In lower case, without braces. */
  guid: string
  name: string
  isCodable: boolean
  colour: string | null
  description: string
  children: QdcCode[]
}

export interface QdcSet {
  name: string
  description: string
  /** Guids of its codes. */
  members: string[]
}

export interface QdcFile {
  ok: true
  origin: string
  codes: QdcCode[]
  sets: QdcSet[]
}

const MOST_ELEMENTS = 300_000
const NAMESPACE = /^urn:QDA-XML:codebook/i

const REFUSALS: Readonly<Record<XmlProblem, () => RefusedSource>> = {
  corrupt: () => refuse('corrupt', t('This file is no XML that can be read. Export the codebook again and add the new copy.')),
  doctype: () => refuse('corrupt', t('This file has a document type, which no codebook has. Export the codebook again and add that.')),
  'too-deep': () => refuse('too-complex', t('The codes of this file are nested too deep to read.')),
  'too-large': () => refuse('too-large', t('This file has more codes than a codebook can hold. Split it and add the parts.')),
}

/** The codes and sets of a REFI-QDA codebook, whatever version of it; nothing in it is expanded or fetched. */
export function parseQdc(bytes: Uint8Array): QdcFile | RefusedSource {
  const read = parseXmlTree(bytes, MOST_ELEMENTS)
  if (!read.ok) return REFUSALS[read.problem]()
  const { name, uri, attributes } = read.root
  if (name === 'Project')
    return refuse(
      'unsupported',
      t('This is a whole REFI-QDA project. Import it as a project on the Documents page, or export its codebook alone.'),
    )
  if (name !== 'CodeBook' || !(uri === '' || NAMESPACE.test(uri)))
    return refuse('unsupported', t('This XML is no REFI-QDA codebook. Export the codebook as QDC and add that.'))
  return { ok: true, origin: attributes.origin ?? '', codes: codesIn(read.root), sets: setsIn(read.root) }
}

/** The tree of codes of a `CodeBook`. */
export function codesIn(codebook: XmlElement | undefined): QdcCode[] {
  return childrenNamed(childNamed(codebook, 'Codes'), 'Code').map(codeOf)
}

/** The sets of a `CodeBook`, or of a `Project`, which calls the ids of their members otherwise. */
export function setsIn(parent: XmlElement): QdcSet[] {
  return childrenNamed(childNamed(parent, 'Sets'), 'Set').map((set) => ({
    name: set.attributes.name ?? '',
    description: descriptionOf(set),
    members: childrenNamed(set, 'MemberCode').map(({ attributes }) => plainGuid(attributes.guid || attributes.targetGUID)),
  }))
}

function codeOf(element: XmlElement): QdcCode {
  const { guid, name = '', color, isCodable = 'true' } = element.attributes
  return {
    guid: plainGuid(guid),
    name,
    isCodable: !['false', '0'].includes(isCodable.trim()),
    colour: color || null,
    description: descriptionOf(element),
    children: childrenNamed(element, 'Code').map(codeOf),
  }
}

/** What an element says in words; empty when nothing. */
export function descriptionOf(element: XmlElement): string {
  return childNamed(element, 'Description')?.text ?? ''
}

/** An id as any program writes it, to be compared: lower case, without braces; also when it is no GUID at all. */
export function plainGuid(guid = ''): string {
  return (
    guidOf(guid) ??
    guid
      .trim()
      .replace(/^\{(.*)\}$/, '$1')
      .toLowerCase()
  )
}
